"""Cases for tests, brought to any moment of their procedure by the services themselves, act by act."""

from datetime import date

from tarazy.external.cases.services import open_case
from tarazy.external.experts.models import Expert
from tarazy.external.procedure.editions import EDITIONS
from tarazy.reference.standards.models import StandardsSet
from tarazy.site.demo.agency import SEATED_BY
from tarazy.site.demo.cast import Cast
from tarazy.site.demo.walk import Walk
from tests.factories import DAY, appoint, council, make_agency, make_institution, make_programme, make_rulebook, make_standards

EXPERTS_EACH = 3


def make_world(edition="higher_2026", *, ownership="private", agency=None, members=5, **rules):
    """An institution, an agency with everybody who works for it, and small standards: a `Cast` for one case.

    The edition's own standards set stands there with two standards of two criteria. `rules` change the rulebook.
    """
    module = EDITIONS[edition]
    if not StandardsSet.objects.filter(key=module.STANDARDS).exists():
        make_standards(level=module.LEVEL, key=module.STANDARDS)
    institution = make_institution(level=module.LEVEL, ownership=ownership)
    if agency is None:
        agency = make_agency()
        make_rulebook(agency, **rules)
    staff = {role: appoint(None, agency, role) for role in ("agency_head", "coordinator", "analyst", "secretary", "registrar")}
    seats = council(agency, members)
    return Cast(
        head=appoint(None, institution, "institution_head"),
        officer=appoint(None, institution, "quality_officer"),
        council=[seat.appointment for seat in seats],
        appeals=[appoint(None, agency, "appeals_member") for _ in range(3)],
        experts={seat: [make_expert(agency, background) for _ in range(EXPERTS_EACH)] for seat, background in SEATED_BY.items()},
        **staff,
    )


def make_expert(agency, background="academic", **fields):
    """A certified expert of every level in the agency's pool."""
    values = {"levels": list(agency.levels), "certificate_number": "T-1", "certified_until": date(2099, 12, 31), "languages": ["ru"]}
    return Expert.objects.create(appointment=appoint(None, agency, "expert"), background=background, **{**values, **fields})


def make_walk(edition="higher_2026", *, kind="institutional", cast=None, start=DAY, choices=None, decided="accredited", **world):
    """A walk at the very beginning of a case; `walk.until("technical_review")` brings it on, `walk.case` is the case."""
    module = EDITIONS[edition]
    cast = cast or make_world(edition, **world)
    institution, agency = cast.head.body.institution, cast.agency_head.body.agency
    walk = Walk(None, cast, start=start, choices=choices, decided=decided)
    programmes = [make_programme(institution)] if kind == "programme" else []
    walk.case = open_case(
        plan=module.PLAN,
        standards_key=module.STANDARDS,
        institution=institution,
        agency=agency,
        kind=kind,
        programmes=programmes,
        by=cast.head,
        now=walk.now,
        today=walk.today,
    )
    return walk


def make_case(edition="higher_2026", *, to="application", **options):
    """A case in which the step `to` is open; see `make_walk` for the options."""
    return make_walk(edition, **options).until(to).case
