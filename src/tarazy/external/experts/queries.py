"""Reading the pool of experts: who is there, who could take a seat, and what speaks against it."""

from datetime import timedelta

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from tarazy.external.cases.models import Participation
from tarazy.external.cases.states import Duty
from tarazy.external.experts.models import Background, Expert, Interest
from tarazy.ground.foundation.fields import plain
from tarazy.ground.people.models import Appointment

ON_PANELS = (Duty.CANDIDATE, Duty.CHAIR, Duty.EXPERT)
# A certificate that ends within so many days is shown as expiring; only a reminder, nothing follows from it.
SOON = timedelta(days=90)


def with_load(experts):
    """The same experts with `load`: on how many panels of running cases they sit or are asked to sit."""
    return experts.annotate(load=_load())


def _load():
    parts = (
        Participation.objects.live()
        .filter(appointment=OuterRef("appointment"), duty__in=ON_PANELS, case__run__ended_on=None)
        .order_by()
        .values("appointment")
        .annotate(count=Count("pk"))
    )
    return Coalesce(Subquery(parts.values("count"), output_field=IntegerField()), 0)


def pool(agency_id, day):
    """The agency's experts whose appointment is in force on `day`, by name, with `load`: their seats in running cases."""
    held = Q(appointment__until=None) | Q(appointment__until__gte=day)
    experts = Expert.objects.filter(held, appointment__body_id=agency_id).select_related("appointment__person", "workplace")
    return with_load(experts).order_by("appointment__person__name", "pk")


def not_in_the_pool(agency_id, day):
    """Appointments as expert of the agency that nobody has described yet: people who have just accepted."""
    held = Appointment.objects.in_force(day).filter(body_id=agency_id, role="expert", expert=None)
    return held.select_related("person").order_by("person__name", "pk")


def chosen_from(experts, *, level="", background="", words="", free=False, expiring=False, today):
    """Those of `experts` that a filter asks for; `words` are looked for in names, fields of work and workplaces."""
    if level:
        experts = experts.filter(levels__contains=[level])
    if background:
        experts = experts.filter(background=background)
    if free:
        experts = experts.filter(load=0)
    if expiring:
        experts = experts.filter(Q(certified_until=None) | Q(certified_until__lte=today + SOON))
    for word in words.split():
        experts = experts.filter(
            Q(appointment__person__name__icontains=word)
            | Q(fields__icontains=word)
            | Q(workplace_name__icontains=word)
            | Q(workplace__search__contains=plain(word))
        )
    return experts


def with_conflicts(experts, institution_id):
    """The same experts with `works_there`, `has_interest` and `holds_office`: their ties to the institution (R224)."""
    offices = Appointment.objects.filter(person=OuterRef("appointment__person"), body_id=institution_id)
    return experts.annotate(
        works_there=Exists(Expert.objects.filter(pk=OuterRef("pk"), workplace_id=institution_id)),
        has_interest=Exists(Interest.objects.filter(expert=OuterRef("pk"), institution_id=institution_id)),
        holds_office=Exists(offices),
    )


def candidates_for(case, role, *, day, today):
    """The experts of the agency's pool for a seat of this `role`, the fit and least loaded first; one query.

    `day` is the day on which a certificate must hold. Each carries `load`, its ties to the institution, `sits` (already
    on this panel) and `fit` (of the background that the seat asks for, of the level, certified).
    """
    parts = Participation.objects.live().filter(case=case, duty__in=ON_PANELS, appointment=OuterRef("appointment"))
    found = with_conflicts(pool(case.agency_id, today), case.institution_id).annotate(sits=Exists(parts))
    experts = [expert for expert in found if suits(expert, role)]
    for expert in experts:
        expert.of_level = case.institution.level in expert.levels
        expert.certified = is_certified(expert, day)
        expert.tied = expert.works_there or expert.has_interest or expert.holds_office
        expert.fit = expert.of_level and expert.certified and not expert.tied and not expert.sits
    return sorted(experts, key=lambda expert: (not expert.fit, expert.load, expert.appointment.person.name))


def suits(expert, role):
    """Whether a seat of this role is for somebody of this expert's background; a chair comes from education (R241)."""
    if role == "chair":
        return expert.background in (Background.ACADEMIC, Background.INTERNATIONAL)
    return expert.background == role


def is_certified(expert, day):
    """Whether the expert's certificate holds on `day`."""
    return expert.certified_until is not None and expert.certified_until >= day
