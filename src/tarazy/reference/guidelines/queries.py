"""Reading the Guidelines: a level as a page shows it, and what carries each paragraph."""

from dataclasses import dataclass

from tarazy.reference.guidelines.carriers import carriers_of
from tarazy.reference.guidelines.names import PARTS
from tarazy.reference.guidelines.provisions import Group, Paragraph, levels, paragraphs, paragraphs_in
from tarazy.reference.standards.models import Criterion, Standard


@dataclass(frozen=True, slots=True)
class Carried:
    """A paragraph with everything that carries it out: standards (with how many of their criteria), provisions, pages."""

    paragraph: Paragraph
    standards: tuple[tuple[Standard, int], ...]
    groups: tuple[Group, ...]
    pages: tuple[object, ...]


def parts_of(level):
    """The groups of a level in the parts of its page: `[(key, title, [Group, …])]`, empty parts left out."""
    found = []
    for key, title, kinds in PARTS:
        groups = sorted((one for one in level.groups if one.kind in kinds), key=lambda one: kinds.index(one.kind))
        if groups:
            found.append((key, title, groups))
    return found


def carried():
    """Every paragraph of the Guidelines with what carries it out, in their order; two queries."""
    standards = _standards_by_paragraph()
    groups: dict[str, list[Group]] = {}
    for level in levels().values():
        for group in level.groups:
            for number in group.paragraphs:
                groups.setdefault(number, []).append(group)
    return [
        Carried(one, tuple(standards.get(number, {}).values()), tuple(groups.get(number, ())), tuple(carriers_of(number)))
        for number, one in paragraphs().items()
    ]


def _standards_by_paragraph():
    """For each paragraph the standards of the newest versions whose source, or whose criteria's source, names it, with the count."""
    known = Standard.objects.filter(set__is_latest=True, set__owner="guidelines").select_related("set")
    standards = {one.pk: one for one in known.order_by("set__level", "set__key", "position")}
    found: dict[str, dict[int, tuple[Standard, int]]] = {}
    for one in standards.values():
        for number in paragraphs_in(one.source):
            found.setdefault(number, {})[one.pk] = (one, 0)
    for pk, source in Criterion.objects.filter(standard__in=standards).values_list("standard", "source"):
        for number in paragraphs_in(source):
            standard, count = found.setdefault(number, {}).get(pk, (standards[pk], 0))
            found[number][pk] = (standard, count + 1)
    return found
