"""A case with everybody who takes part in it, each in a browser of their own, on one live server."""

from django.test import Client
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.ground.foundation import clock
from tests.browser.somebody import Somebody
from tests.factories import PASSWORD
from tests.factories_cases import make_walk, make_world

BACKEND = "django.contrib.auth.backends.ModelBackend"


class Play:
    """`play.head`, `play.coordinator` … are people of the cast; `play.person(appointment)` anybody else; `play.public` nobody."""

    def __init__(self, chromium, address, edition, *, language="ru", javascript=True, until="", **world):
        """`until` brings a case to where this step is open, by the services, before anybody opens a browser."""
        self.chromium, self.address, self.language, self.javascript = chromium, address, language, javascript
        self.cast = make_world(edition, **world)
        if until:
            self.wait_until(make_walk(edition, cast=self.cast, start=clock.today()).until(until).today)
        self.institution, self.agency = self.cast.head.body.institution, self.cast.agency_head.body.agency
        self.contexts, self.people, self.troubles = [], {}, []
        self.public = Somebody(self, None, self._context())

    def __getattr__(self, role):
        return self.person(getattr(self.cast, role))

    @property
    def case(self):
        """The case, as the database holds it now."""
        return Case.objects.select_related("institution", "run", "standards").get()

    def row(self, step):
        """Where a step stands."""
        return self.case.run.steps.get(key=step)

    def path_of(self, step):
        """The address of a step's page."""
        return reverse("procedure:step", args=[self.case.number, step])

    def page_of(self, name, *more):
        """The address of a page of the case."""
        return reverse(name, args=[self.case.number, *more])

    def person(self, appointment):
        """This appointment's person, signed in already."""
        if appointment.pk not in self.people:
            self.people[appointment.pk] = Somebody(self, appointment, self._signed_in(appointment))
        return self.people[appointment.pk]

    def stranger(self, appointment):
        """A person of the cast who is not signed in yet, with a password."""
        appointment.person.set_password(PASSWORD)
        appointment.person.save()
        self.people[appointment.pk] = Somebody(self, appointment, self._context())
        return self.people[appointment.pk]

    def duty(self, duty):
        """Who has this duty in the case now."""
        return self.duty_of_many(duty)[0]

    def duty_of_many(self, duty):
        """Everybody who has this duty in the case now."""
        parts = self.case.participations.live().filter(duty=duty).select_related("appointment__person").order_by("pk")
        return [self.person(part.appointment) for part in parts]

    def owing(self, step):
        """Everybody who owes an act on a collective step, one after the other."""
        parts = self.case.participations.live().filter(owes=step).select_related("appointment__person").order_by("pk")
        return [self.person(part.appointment) for part in parts]

    def wait_until(self, day):
        """The clock goes on to this day."""
        if (days := (day - clock.today()).days) > 0:
            clock.turn_ahead(days)

    def close(self):
        """Everybody leaves."""
        for context in self.contexts:
            context.close()

    def _context(self):
        context = self.chromium.new_context(java_script_enabled=self.javascript, viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": "django_language", "value": self.language, "url": self.address}])
        self.contexts.append(context)
        return context

    def _signed_in(self, appointment):
        client = Client()
        client.force_login(appointment.person, backend=BACKEND)
        context = self._context()
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.address}])
        return context
