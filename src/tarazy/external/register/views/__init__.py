"""The pages of the register: open to everybody but for what the registrar downloads and the head of the agency orders."""

from tarazy.external.register.views.changes import change
from tarazy.external.register.views.downloads import deqar, ministry_letter, ministry_table
from tarazy.external.register.views.opendata import data
from tarazy.external.register.views.public import certificate_file, entry, organisation, report
from tarazy.external.register.views.search import search
from tarazy.external.register.views.verification import certificate, verify

__all__ = [
    "certificate",
    "certificate_file",
    "change",
    "data",
    "deqar",
    "entry",
    "ministry_letter",
    "ministry_table",
    "organisation",
    "report",
    "search",
    "verify",
]
