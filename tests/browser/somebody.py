"""A person at a browser of their own: finds the move on their desk, fills in forms, reads what the page says."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import expect

from tarazy.ground.ui.dates import due_day

PATIENCE = 20_000  # milliseconds; a busy machine is slow, not wrong


class Somebody:
    """One appointment, or the public (None), in one browser context."""

    def __init__(self, play, appointment, context):
        self.play, self.appointment, self.context = play, appointment, context
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: play.troubles.append(str(error)))
        self.page.on("response", lambda answer: answer.status >= 500 and play.troubles.append(f"{answer.status} {answer.url}"))

    def said(self, text, **words):
        """What the page says for this English sentence, in the language of the play."""
        with translation.override(self.play.language):
            return gettext(text) % words if words else gettext(text)

    def go(self, path):
        """Open an address of the site; gives the answer's status."""
        return self.page.goto(self.play.address + path).status

    def sign_in(self, password):
        """By e-mail and password, as everybody does."""
        self.go("/accounts/login/")
        form = self.page.locator("main form")
        self.fill(form, login=self.appointment.person.email, password=password)
        self.submit(form)
        expect(self.page).to_have_url(self.play.address + "/desk/")

    # Moves

    def finds(self, step):
        """The step lies on the desk; its page says that the move is theirs, and by when."""
        self.go("/desk/")
        self.page.locator(f'.tasks a[href="{self.play.path_of(step)}"]').click()
        move = self.page.locator(".move-mine")
        expect(move.locator(".move-label").first).to_have_text(self.said("Your move"))
        if due := self.play.row(step).due_on:
            expect(move.locator(".move-date")).to_have_text(self.written(due))

    def finds_no(self, step):
        """The step does not lie on the desk."""
        self.go("/desk/")
        expect(self.page.locator("h1")).to_be_visible()
        expect(self.page.locator(f'.tasks a[href="{self.play.path_of(step)}"]')).to_have_count(0)

    def takes(self, step, /, **fields):
        """Find the step on the desk, fill in its form, send it; then the case no longer waits for them in this step."""
        self.finds(step)
        self.closes(step, **fields)

    def closes(self, step, /, **fields):
        """Fill in the form of the open step page and send it."""
        form = self.page.locator('main form:has(input[name="round"])')
        self.fill(form, **fields)
        self.submit(form)
        expect(self.page.locator(".toasts .notice-good")).to_have_text(self.said("Done. The case shows whose move it is now."))
        expect(self.page.locator(f'.move-mine a[href="{self.play.path_of(step)}"]')).to_have_count(0)

    def works_on(self, step):
        """From the desk to the page on which the step's work is done."""
        self.finds(step)
        self.page.get_by_role("link", name=self.said("Open the work page")).click()

    def back_to(self, step):
        """From a work page back to the page of the step."""
        self.go(self.play.path_of(step))

    def reads_move(self, who, *, then=""):
        """The case page names whose move it is, by when, and what comes then."""
        move = self.page.locator(".move").first
        expect(move.locator(".move-label").first).to_have_text(self.said("Move: %(who)s", who=self.said(who)))
        expect(move.locator(".move-date")).to_be_visible()
        if then:
            expect(move).to_contain_text(self.said(then))

    # Forms

    def fill(self, form, /, **fields):
        """Put a value into each field of the form, by the field's name."""
        for name, value in fields.items():
            self._fill(form.locator(f'[name="{name}"]'), value)

    def _fill(self, field, value):
        kind = field.first.evaluate("field => field.tagName === 'SELECT' ? 'select' : field.type")
        if kind == "radio":
            field.and_(field.page.locator(f'[value="{value}"]')).check()
        elif kind == "checkbox":
            field.set_checked(value)
        elif kind == "select":
            field.select_option(str(value))
        elif kind == "file":
            field.set_input_files(value)
        else:
            field.fill(value.isoformat() if isinstance(value, date) else str(value))

    def submit(self, form, **button):
        """Press the form's button: the first one, or the one of this `value`."""
        chosen = f'[value="{button["value"]}"]' if button else ""
        with self.page.expect_navigation():
            form.locator(f'button[type="submit"]{chosen}').first.click()

    def follow(self, ending):
        """Follow the first link of the page's main part whose address ends so."""
        with self.page.expect_navigation():
            self.page.locator(f'main a[href$="{ending}"]').first.click()

    def written(self, day):
        """A day with its weekday, as the pages write it."""
        with translation.override(self.play.language):
            return due_day(day)
