"""The world in which the pages are looked at: one case at each moment, and whatever else a page needs to have something to show."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import reverse
from django.utils.http import int_to_base36

from tarazy.external.redress.services import file_complaint
from tarazy.external.reviews.models import Finding
from tarazy.external.seminars.models import Gathering
from tarazy.external.seminars.services import plan_seminar
from tarazy.ground.foundation import clock
from tarazy.ground.people.middleware import CHOSEN
from tarazy.ground.people.models import Appointment, Invitation
from tarazy.ground.people.services import invite
from tarazy.ground.people.tokens import token_of
from tarazy.internal.selfassessment.models import Answer
from tarazy.internal.selfassessment.services import add_evidence
from tarazy.reference.institutions.models import Institution
from tarazy.site.demo.scenes import SCENES, paper
from tests.access import library
from tests.access.places import SEEN
from tests.factories import PASSWORD, make_institution, make_person
from tests.factories_cases import make_walk
from tests.matrix import pages

DEMONSTRATION = "@demo.invalid"
STRANGERS = ("public", "guest")


@dataclass
class World:
    """Where the pages are, the walk that stands at each moment, and who has signed in."""

    url: str
    walks: dict = field(default_factory=dict)
    sessions: dict = field(default_factory=dict)

    def path(self, page, moment):
        """The address of a page with the arguments that the case of this moment gives it."""
        name, _, part = page.partition("=")
        case = self.walks[moment].case
        if name == "standards:find":
            return f"{reverse(name)}?q={part}"
        if page in library.OUT:
            return reverse(name, kwargs=library.OUT[page](case)[0][1])
        if part:
            return reverse(name, kwargs={"group": part} if name == "ui:group" else {"number": case.number, "key": part})
        rows = {**pages.OF_A_CASE, **pages.OF_THE_PLATFORM, **GIVEN}.get(name)
        given = rows(case) if rows else [("", {"number": case.number} if "number" in pages.addresses().get(name, ()) else {})]
        assert given, f"{moment}: nothing to show on {page}"
        return reverse(name, kwargs=given[0][1])

    def session(self, moment, who):
        """The session of this person of this moment; None for the public."""
        return None if who in STRANGERS else self.sessions[moment, who]


def build(world):
    """Bring a case to each moment, and let everybody sign in who opens a page then."""
    for moment, (until, days, more) in MOMENTS.items():
        walk = make_walk(start=clock.today() - timedelta(days=days))
        world.walks[moment] = walk.until(until)
        more(walk)
    make_institution()  # which nobody leads yet
    shown = [held for walk in world.walks.values() for held in (walk.cast.head, walk.cast.coordinator)]
    for held in shown:  # the front page offers to enter as these
        held.person.email = held.person.email.split("@")[0] + DEMONSTRATION
        held.person.save(update_fields=["email"])
    world.sessions = {(moment, who): signed_in(person_of(world.walks[moment], who)) for moment, who in SEEN if who not in STRANGERS}
    return world


def person_of(walk, who):
    """Whoever plays this part in the walk: an appointment, or a member of the platform's staff."""
    if who == "staff":
        staff = make_person()
        staff.is_staff = True
        staff.save(update_fields=["is_staff"])
        return staff
    if who == "chair":
        return walk.cast.experts["chair"][0].appointment
    return walk.cast.council[0] if who == "council" else getattr(walk.cast, who)


def signed_in(who):
    """The key of a session in which this person acts in this appointment."""
    client, person = Client(), getattr(who, "person", who)
    person.set_password(PASSWORD)  # without one the page that changes it leads elsewhere
    person.save(update_fields=["password"])
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    if isinstance(who, Appointment):
        session[CHOSEN] = who.pk
    session.save()
    return session.session_key


# What a moment needs beyond the steps of the procedure.


def _writes(walk):
    answers = Answer.objects.filter(selfassessment=walk.case.selfassessment)[:1]
    said = {"institution": walk.case.institution, "by": walk.cast.officer, "now": walk.now, "today": walk.today}
    add_evidence(title="Оқу жоспары / Учебный план", file=paper(walk, "evidence"), answers=answers, **said)
    file_complaint(walk.case, by=walk.cast.head, text="Жауап кешікті", now=walk.now, today=walk.today)
    invited = {"name": "Әсел Оразбай", "body": walk.case.institution.body_ptr, "role": "quality_officer", "language": "kk"}
    invite(email="assel@example.kz", by=walk.cast.head, now=clock.now(), **invited)


def _reviews(walk):
    data = {"form": Gathering.Form.ONLINE, "held_on": walk.today, "topic": "Өзін-өзі бағалау / Самооценка", "speakers": "Ирина Ковалёва"}
    plan_seminar(walk.case.agency, data=data, regions=[walk.case.institution.region], by=walk.cast.coordinator, now=walk.now)
    panel = SCENES["panel"]
    panel(walk, "done", lambda *_by, **_data: None)


def _begins(key, outcome, walk):
    SCENES[key](walk, outcome, lambda *_by, **_data: None)


def _nothing(walk):
    pass


MOMENTS = {
    "writing": ("seminar", 20, _writes),
    "review": ("technical_review", 30, _reviews),
    "declared": ("declarations", 40, _nothing),
    "visit": ("visit_programme", 50, partial(_begins, "visit_programme", "done")),
    "report": ("evaluation_report", 80, partial(_begins, "evaluation_report", "done")),
    "facts": ("factual_check", 80, partial(_begins, "factual_check", "name")),
    "vote": ("council_vote", 90, _nothing),
    "published": ("action_plan", 120, library.fill),
    "reporting": ("interim_report", 130, _nothing),
}


def _invitation(case):
    return [("", {"token": token_of(Invitation.objects.get(body_id=case.institution_id))})]


def _reset(case):
    person = Appointment.objects.get(body_id=case.institution_id, role="institution_head").person
    return [("", {"uidb36": int_to_base36(person.pk), "key": default_token_generator.make_token(person)})]


def _of_the_body(case):
    return [("", {"pk": Appointment.objects.get(body_id=case.institution_id, role="quality_officer").pk})]


def _seminar(case):
    return [("", {"pk": Gathering.objects.filter(agency=case.agency, kind=Gathering.Kind.SEMINAR).first().pk})]


def _without_head(case):
    return [("", {"pk": Institution.objects.filter(appointments=None).get().pk})]


def _to_do(case):
    found = Finding.objects.filter(judgement__report__case=case).exclude(kind=Finding.Kind.GOOD_PRACTICE)
    return [("", {"number": case.number, "finding": found.first().pk})]


def _seat(case):
    return [("", {"pk": case.agency.council_seats.order_by("pk").last().pk})]


GIVEN = {
    **library.SHOWN,
    "agencies:end_seat": _seat,
    "institutions:invite_head": _without_head,
    "monitoring:action": _to_do,
    "people:accept": _invitation,
    "people:end": _of_the_body,
    "seminars:seminar": _seminar,
    "account_reset_password_from_key": _reset,
}
