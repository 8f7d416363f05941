"""Reading standards sets: the library, a set with its standards, search, and the package a set came from."""

from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from tarazy.ground.foundation.text import Text
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import LISTS, order, package_of

# Accreditation bodies answer for these; frames are there for comparison.
NOT_FOR_INSTITUTIONS = ("external", "duties", "frame")
KIND_PLACES = {kind: place for place, kind in enumerate(("internal", "directions", "external", "duties", "frame"))}
LEVEL_ORDER = ("preschool", "secondary", "vocational", "higher", "additional", "teacher", "agency")
EMPTY = Text().as_dict()


def library():
    """The newest version of every set, with `standards_count` and `criteria_count`, by level from the youngest learners up."""
    sets = (
        StandardsSet.objects.filter(is_latest=True)
        .select_related("agency")
        .annotate(standards_count=_number_of(Standard, "set"), criteria_count=_number_of(Criterion, "standard__set"))
    )
    return sorted(sets, key=lambda one: (LEVEL_ORDER.index(one.level), KIND_PLACES[one.kind], one.agency_id or 0, one.key))


def _number_of(model, path):
    """How many of the model belong to a set: counted by the indexes alone, where a join would read every criterion."""
    rows = model.objects.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(rows.annotate(number=Count("*")).values("number")), 0)


def set_in_version(key, version=None):
    """The set in this version, or its newest one; None when there is none."""
    sets = StandardsSet.objects.filter(key=key).select_related("agency")
    return (sets.filter(version=version) if version else sets.filter(is_latest=True)).first()


def versions_of(key):
    """All versions of a set, the newest first by number (not by the day it was loaded)."""
    return sorted(StandardsSet.objects.filter(key=key).select_related("agency"), key=lambda one: order(one.version), reverse=True)


def in_force(key, today, agency=None):
    """The version of the set that judges what begins today; the agency's own set in its place, where it has one. None if none is."""
    if agency is not None:
        own = StandardsSet.objects.filter(agency=agency, replaces=key, complete=True)
        held = _newest_that_holds(own, today)
        if held is not None:
            return held
    return _newest_that_holds(StandardsSet.objects.filter(key=key), today)


def sets_for(level, today):
    """Complete sets that an organisation of this level may be assessed by: what holds today, and older versions still usable."""
    sets = StandardsSet.objects.filter(complete=True, levels__contains=[level]).exclude(kind__in=NOT_FOR_INSTITUTIONS)
    begun = Q(in_force_from=None) | Q(in_force_from__lte=today)
    return sets.filter(begun, Q(is_latest=True) | Q(usable_until__gte=today) | Q(pk__in=_before_a_later_one(today)))


def _before_a_later_one(today):
    """Versions whose successor is published but does not hold yet."""
    coming = StandardsSet.objects.filter(is_latest=True, in_force_from__gt=today)
    held = (_newest_that_holds(StandardsSet.objects.filter(key=one.key), today) for one in coming)
    return [one.pk for one in held if one is not None]


def _newest_that_holds(sets, today):
    held = sets.filter(Q(in_force_from=None) | Q(in_force_from__lte=today))
    return max(held, key=lambda one: order(one.version), default=None)


def counted_standards_of(chosen):
    """The standards of a set in order, each with `criteria_count`, without the criteria: one query."""
    return Standard.objects.filter(set=chosen).order_by("position").annotate(criteria_count=Count("criteria"))


def others_than(chosen):
    """The newest versions of the other sets by level, for choosing one: one query."""
    sets = StandardsSet.objects.filter(is_latest=True).exclude(key=chosen.key).only("key", "title", "level")
    return sorted(sets, key=lambda one: (LEVEL_ORDER.index(one.level), one.key))


def standards_of(chosen):
    """The standards of a set with their criteria, in order, in two queries."""
    criteria = Prefetch("criteria", Criterion.objects.order_by("position"))
    return Standard.objects.filter(set=chosen).order_by("position").prefetch_related(criteria)


def package_from(chosen):
    """The package that the set was loaded from, content for content (its checksum is the set's)."""
    content = {name: getattr(chosen, name) for name in ("key", "version", "level", "owner", "kind", "source", "complete")}
    content |= {"levels": list(chosen.levels), "title": chosen.title.as_dict(), "summary": chosen.summary.as_dict()}
    content["standards"] = [_standard(standard) for standard in standards_of(chosen)]
    return package_of(content)


def _standard(standard):
    content = {"number": standard.number, "title": standard.title.as_dict(), "source": standard.source}
    if standard.requirement:
        content["requirement"] = standard.requirement
    content["purpose"] = standard.purpose.as_dict()
    criteria = [_criterion(criterion) for criterion in standard.criteria.all()]
    return {**content, "criteria": criteria} if criteria else content


def _criterion(criterion):
    content = {"number": criterion.number, "source": criterion.source, "text": criterion.text.as_dict()}
    if criterion.look_at.as_dict() != EMPTY:
        content["look_at"] = criterion.look_at.as_dict()
    return content | {name: getattr(criterion, name) for name in LISTS if getattr(criterion, name)}
