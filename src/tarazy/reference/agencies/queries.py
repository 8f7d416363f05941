"""Reading agencies, their rulebooks and their councils."""

from django.db.models import F, Q

from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.models import Agency, CouncilSeat, Rulebook
from tarazy.reference.agencies.rulebook import RULES


def rulebook_in_force(agency, day):
    """The newest version whose first day has come on `day`; None while there is none."""
    return Rulebook.objects.filter(agency=agency, in_force_from__lte=day).order_by("-version").first()


def versions(agency):
    """Every version of the agency's rulebook, newest first, with those who published them."""
    return Rulebook.objects.filter(agency=agency).select_related("published_by__person").order_by("-version")


def differences(old, new):
    """The rules whose values differ between two sets of values: `[(rule, old value, new value)]`, in the table's order."""
    return [(rule, old.get(key), new.get(key)) for key, rule in RULES.items() if old.get(key) != new.get(key)]


def council_on(agency, day):
    """The members of the council on `day`, the chair first; a seat whose appointment has ended does not count."""
    return (
        CouncilSeat.objects.filter(_held(day), _held(day, "appointment__"), agency=agency)
        .select_related("appointment__person", "appointment__body")
        .order_by("-is_chair", "pk")
    )


def seats_not_over(agency, day):
    """The seats of the council that hold on `day` or later, the chair first."""
    not_over = Q(until=None) | Q(until__gte=day)
    return CouncilSeat.objects.filter(not_over, agency=agency).select_related("appointment__person").order_by("-is_chair", "pk")


def seats_of(agency):
    """Every seat there is or was: those with an open end first, then those that ended, the last one first."""
    seats = CouncilSeat.objects.filter(agency=agency).select_related("appointment__person")
    return seats.order_by(F("until").desc(nulls_first=True), "-is_chair", "appointment__person__name", "pk")


def members_to_seat(agency, day):
    """Appointments of council members, on `day` or later, for which there is no seat then."""
    held = Appointment.objects.filter(body=agency, role="council_member").not_over(day).select_related("person")
    return held.exclude(pk__in=seats_not_over(agency, day).order_by().values("appointment")).order_by("person__name", "pk")


def _held(day, prefix=""):
    until = Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": day})
    return Q(**{f"{prefix}since__lte": day}) & until


def agencies_of_level(level):
    """Agencies that accredit organisations of this level, by acronym."""
    return Agency.objects.filter(levels__contains=[level]).order_by("acronym")
