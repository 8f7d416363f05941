"""Reading standards sets: the library, a set with its standards, search, and the package a set came from."""

from django.db.models import Count, Prefetch, Q

from tarazy.ground.foundation.fields import plain
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import package_of

LEVEL_ORDER = ("preschool", "secondary", "vocational", "higher", "additional", "teacher")
CRITERION_TEXTS = ("text", "look_at", "evidence", "question")


def library():
    """The newest version of every set, with `standards_count` and `criteria_count`, by level from the youngest learners up."""
    sets = StandardsSet.objects.filter(is_latest=True).annotate(
        standards_count=Count("standards", distinct=True), criteria_count=Count("standards__criteria")
    )
    return sorted(sets, key=lambda one: (LEVEL_ORDER.index(one.level), one.kind != "internal", one.key))


def set_in_version(key, version=None):
    """The set in this version, or its newest one; None when there is none."""
    sets = StandardsSet.objects.filter(key=key)
    return (sets.filter(version=version) if version else sets.filter(is_latest=True)).first()


def sets_for(level):
    """Complete sets that an organisation of this level may be assessed by, newest versions only."""
    return StandardsSet.objects.filter(is_latest=True, complete=True, levels__contains=[level])


def standards_of(chosen):
    """The standards of a set with their criteria, in order, in two queries."""
    criteria = Prefetch("criteria", Criterion.objects.order_by("position"))
    return Standard.objects.filter(set=chosen).order_by("position").prefetch_related(criteria)


def search(text):
    """Standards and criteria of the newest versions in which every word of `text` stands, in whichever language.

    Returns `(standards, criteria)`, each with its set at hand; both empty for an empty text.
    """
    words = plain(text).split()
    if not words:
        return Standard.objects.none(), Criterion.objects.none()
    having = Q()
    for word in words:
        having &= Q(search__contains=word)
    standards = Standard.objects.filter(having, set__is_latest=True).select_related("set").order_by("set__key", "position")
    criteria = Criterion.objects.filter(having, standard__set__is_latest=True).select_related("standard__set")
    return standards, criteria.order_by("standard__set__key", "standard__position", "position")


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
    content |= {"crosswalk": list(standard.crosswalk), "purpose": standard.purpose.as_dict()}
    criteria = [_criterion(criterion) for criterion in standard.criteria.all()]
    return {**content, "criteria": criteria} if criteria else content


def _criterion(criterion):
    return {
        "number": criterion.number,
        "source": criterion.source,
        "text": criterion.text.as_dict(),
        "look_at": criterion.look_at.as_dict(),
        "evidence": criterion.evidence,
        "question": criterion.question.as_dict(),
    }
