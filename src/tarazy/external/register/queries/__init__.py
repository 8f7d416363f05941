"""Reading the register: the public's search, an organisation's page, verification, and the pages of the registrar's steps."""

from tarazy.external.register.queries.organisation import Story, organisation_page, published_entries
from tarazy.external.register.queries.search import Asked, Row, by_region, found, in_force_by_region, rows
from tarazy.external.register.queries.standing import Standing, standing
from tarazy.external.register.queries.steps import (
    certificate_of,
    context_certificate,
    context_deqar,
    context_ministry,
    context_publication,
    entry_of,
)
from tarazy.external.register.queries.verification import Answer, answer, spelled

__all__ = [
    "Answer",
    "Asked",
    "Row",
    "Standing",
    "Story",
    "answer",
    "by_region",
    "certificate_of",
    "context_certificate",
    "context_deqar",
    "context_ministry",
    "context_publication",
    "entry_of",
    "found",
    "in_force_by_region",
    "organisation_page",
    "published_entries",
    "rows",
    "spelled",
    "standing",
]
