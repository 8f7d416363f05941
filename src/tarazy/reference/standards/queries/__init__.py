"""Reading the library: sets, standards, what may be chosen, what corresponds to what."""

from tarazy.reference.standards.queries.graph import (
    coverage,
    disputes_open,
    ends_of,
    graph_from,
    links_of,
    neighbours,
)
from tarazy.reference.standards.queries.library import (
    LEVEL_ORDER,
    counted_standards_of,
    in_force,
    library,
    others_than,
    package_from,
    set_in_version,
    sets_for,
    standards_of,
    versions_of,
)

__all__ = [
    "LEVEL_ORDER",
    "counted_standards_of",
    "coverage",
    "disputes_open",
    "ends_of",
    "graph_from",
    "in_force",
    "library",
    "links_of",
    "neighbours",
    "others_than",
    "package_from",
    "set_in_version",
    "sets_for",
    "standards_of",
    "versions_of",
]
