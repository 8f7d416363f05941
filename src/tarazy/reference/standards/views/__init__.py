"""The public library: sets by level, a set, a standard, search, versions and their difference, the graph, files."""

from tarazy.reference.standards.views.files import crosswalk_schema, export, schema
from tarazy.reference.standards.views.graph import answer, confirm, dispute, disputes, gaps, graph
from tarazy.reference.standards.views.library import find, library
from tarazy.reference.standards.views.sets import difference, show_set, show_standard, versions

__all__ = [
    "answer",
    "confirm",
    "crosswalk_schema",
    "difference",
    "dispute",
    "disputes",
    "export",
    "find",
    "gaps",
    "graph",
    "library",
    "schema",
    "show_set",
    "show_standard",
    "versions",
]
