"""Everybody who looks at a case: those who take part, those who did or may yet, and those whom it does not concern."""

from datetime import timedelta

from tarazy.external.experts.models import Expert
from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.rulebook import defaults
from tests.factories import DAY, SINCE, appoint, make_agency, make_authority, make_institution, make_person, make_rulebook
from tests.factories_cases import make_expert, make_world
from tests.matrix.secrets import marked

# The columns of the tables, in order. Some change their part on the way: `slow` signs last, `challenged` is replaced after
# the challenge, `stand_in` takes that seat, `conflicted` names a conflict instead of signing; `kin` works for the
# institution and so never votes, `aside` has voted and then steps aside.
COLUMNS = {
    "public": "somebody who is not signed in",
    "nobody": "signed in, without any appointment",
    "former": "was the head of the institution until last year",
    "head": "head of the institution",
    "officer": "quality officer of the institution",
    "rival": "head of another institution",
    "a_head": "head of the agency",
    "coord": "coordinator of the case",
    "coord2": "another coordinator of the agency",
    "analyst": "report-analysis department of the agency",
    "secret": "secretary of the council",
    "regist": "registrar of the agency",
    "chair": "chair of the panel",
    "expert": "expert of the panel",
    "slow": "expert who signs last",
    "conflict": "expert who was asked and named a conflict",
    "challeng": "expert who is challenged and replaced",
    "stand_in": "expert who takes the challenged one's seat",
    "pool": "expert who was never asked",
    "member": "member of the council",
    "aside": "member of the council who steps aside",
    "kin": "member of the council who works for the institution",
    "appeals": "member of the appeals commission",
    "appeals2": "appeals member with an interest, not on the case",
    "agency2": "head of another agency",
    "ministry": "officer of the ministry",
}
NAMED = ("chair", "expert", "slow", "conflict", "challeng", "stand_in", "pool")


def make_cast(edition, **rules):
    """The people of a case as `make_world` makes them, and everybody else: `(cast, {column: Appointment, Person or None})`."""
    cast = make_world(edition, members=6, **rules)
    agency, institution = cast.agency_head.body.agency, cast.head.body.institution
    people = _strangers(agency, institution) | _staff(cast) | _experts(cast, institution) | _judges(cast)
    for key in ("kin", "appeals2"):
        _works_at(people[key], agency, institution)
    for key in NAMED:
        _name(people[key], key)
    return cast, {key: people[key] for key in COLUMNS}


def _strangers(agency, institution):
    """Those whom the case does not concern."""
    other = make_agency()
    make_rulebook(other)
    last_year = SINCE - timedelta(days=30)
    return {
        "public": None,
        "nobody": make_person(),
        "former": appoint(None, institution, "institution_head", since=last_year - timedelta(days=400), until=last_year).person,
        "rival": appoint(None, make_institution(level=institution.level), "institution_head"),
        "coord2": appoint(None, agency, "coordinator"),
        "pool": make_expert(agency).appointment,
        "agency2": appoint(None, other, "agency_head"),
        "ministry": appoint(None, make_authority(levels=[institution.level]), "ministry_officer"),
    }


def _staff(cast):
    """Those who work for the institution or the agency."""
    return {
        "head": cast.head,
        "officer": cast.officer,
        "a_head": cast.agency_head,
        "coord": cast.coordinator,
        "analyst": cast.analyst,
        "secret": cast.secretary,
        "regist": cast.registrar,
    }


def _experts(cast, institution):
    """The panel, in the seats in which the walk asks them."""
    experts = {seat: [expert.appointment for expert in held] for seat, held in cast.experts.items()}
    abroad = "international" in defaults()["seats"][institution.level]
    return {
        "chair": experts["chair"][0],
        "expert": experts["international"][0] if abroad else experts["academic"][0],
        "conflict": experts["academic"][0 if abroad else 1],
        "challeng": experts["employer"][0],
        "stand_in": experts["employer"][1],
        "slow": experts["student"][0],
    }


def _judges(cast):
    """The council and the appeals commission."""
    return {
        "member": cast.council[0],
        "aside": cast.council[1],
        "kin": cast.council[2],
        "appeals": cast.appeals[0],
        "appeals2": cast.appeals[2],
    }


def _works_at(appointment, agency, institution):
    """Their person is an expert of the pool too, and employed by the institution."""
    Expert.objects.create(
        appointment=appoint(appointment.person, agency, "expert"),
        background="employer",
        levels=list(agency.levels),
        workplace=institution,
        certified_until=DAY,
        certificate_number="T-2",
    )


def _name(appointment: Appointment, key):
    appointment.person.name = marked(f"Эксперт {key}", f"name: {key}")
    appointment.person.save(update_fields=["name"])
