"""How an agency's own standards are written, by whoever is at the browser; by addresses and names, whatever the language."""

from playwright.sync_api import expect

RENEWED = {"kk": "жаңартылған", "ru": "обновлённый", "en": "renewed"}


def begin(person, chosen, **how):
    """From the navigation to a new draft, as a copy of this set."""
    person.go("/desk/")
    with person.page.expect_navigation():
        person.page.locator('header a[href="/drafts/"], nav a[href="/drafts/"]').first.click()
    person.follow("/drafts/new/")
    form = person.page.locator("main form")
    person.fill(form, base=chosen.pk, **how)
    person.submit(form)
    expect(person.page.locator(".toasts .notice-good")).to_be_visible()


def begin_next(person, chosen):
    """The next version of an own set, from the agency's list."""
    person.go("/drafts/")
    person.follow(f"/drafts/new/?base={chosen.pk}")
    person.submit(person.page.locator("main form"))
    expect(person.page.locator(".toasts .notice-good")).to_be_visible()


def renew(person, place, part):
    """Unfold a criterion on the page of the draft and add a word to it in each language."""
    link = f'a[href$="/standards/{place}/criteria/{part}/"]'
    person.page.locator(f"details:has({link}) > summary").click()
    with person.page.expect_navigation():
        person.page.locator(link).click()
    form = person.page.locator("main form")
    for code, word in RENEWED.items():
        field = form.locator(f'[name="text_{code}"]')
        field.fill(f"{field.input_value()} {word}")
    person.submit(form)
    expect(person.page.locator(".toasts .notice-good")).to_be_visible()


def sees_renewed(person, *numbers):
    """The page shows these criteria as changed, by the word that came, in the reader's language."""
    changes = person.page.locator("main article.change")
    expect(changes).to_have_count(len(numbers))
    for change, number in zip(changes.all(), numbers, strict=True):
        expect(change.locator("strong").first).to_have_text(number)
        expect(change.locator("ins")).to_have_text(RENEWED[person.play.language])
        expect(change.locator("del")).to_have_count(0)


def publish(person, *numbers):
    """From the page of the draft over what changes to the published version."""
    person.follow("/publish/")
    sees_renewed(person, *numbers)
    person.submit(person.page.locator("main form"))
    expect(person.page.locator(".toasts .notice-good")).to_be_visible()
