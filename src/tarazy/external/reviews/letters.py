"""What the evaluation report says, as data for typesetting."""

from django.utils import translation
from django.utils.translation import gettext as _

from tarazy.external.cases.states import Duty
from tarazy.external.reviews.models import FactualItem
from tarazy.external.reviews.queries.panel import live_seats
from tarazy.external.reviews.queries.report import items_of, reading_rows
from tarazy.external.reviews.states import ANSWERS, FINDINGS, seat_name
from tarazy.ground.ui.dates import day as written


def member(seat):
    """A line of a table of the panel: seat, expert, place of work."""
    return [str(seat_name(seat.role)), str(seat.expert), place_of_work(seat.expert)]


def place_of_work(expert):
    """Where an expert works, as the pool knows it."""
    return str(expert.workplace.name) if expert.workplace else expert.workplace_name or "–"


def evaluation_report(report, *, by, today):
    """The whole report in its language (R177, R247, R248).

    Context, procedure with the panel, analysis and findings by standard, overall conclusions, and the corrections made
    after the factual check.
    """
    case, language = report.case, report.language
    with translation.override(language):
        rows = reading_rows(case, report)
        return {
            "title": _("External evaluation report"),
            "number": case.number,
            "date": written(today),
            "sender": case.agency.name.said_in(language)[0],
            "facts": [
                [_("Organisation"), case.institution.name.said_in(language)[0]],
                [_("Site visit"), _days(case)],
                [_("Standards"), case.standards.title.said_in(language)[0]],
            ],
            "words": _words(),
            "panel": [member(seat) for seat in live_seats(case)],
            "context": _paragraphs(report.context),
            "procedure": _paragraphs(report.procedure),
            "judgements": [[f"{row.standard.number}. {row.standard.title}", *_levels(row)] for row in rows],
            "standards": [_standard(row) for row in rows],
            "overall": _paragraphs(report.overall),
            "corrections": [_correction(item) for item in items_of(case) if item.answer != FactualItem.Answer.PENDING],
            "signatures": [_chair(by, today)],
            "demo": case.is_demonstration,
        }


def _chair(by, today):
    return {
        "name": by.person.name,
        "post": str(Duty.CHAIR.label),
        "note": _("Signed in Tarazy on %(day)s") % {"day": written(today)},
    }


def _words():
    return {
        "context": _("Context"),
        "procedure": _("How the evaluation was carried out"),
        "panel": _("The panel"),
        "panel_head": [_("Seat"), _("Expert"), _("Place of work")],
        "judgements": _("Judgements by standard"),
        "judgements_head": [_("Standard"), _("The panel"), _("The organisation itself")],
        "standards": _("Evidence, analysis and findings"),
        "overall": _("Overall conclusions"),
        "corrections": _("Corrections after the factual check"),
        "corrections_head": [_("The passage"), _("The organisation says"), _("The panel’s answer")],
        "basis": _("It rests on:"),
    }


def _standard(row):
    return {
        "title": f"{row.standard.number}. {row.standard.title}",
        "level": str(row.level.name) if row.level else "–",
        "analysis": _paragraphs(row.judgement.analysis),
        "findings": [
            {"name": finding_name(row.standard, finding), "kind": finding.kind, "text": finding.text, "basis": finding.basis}
            for finding in row.findings
        ],
    }


def finding_name(standard, finding):
    """`Remark 4.1`: the kind, the standard and the number within it."""
    return f"{FINDINGS[finding.kind]} {standard.number}.{finding.number}"


def _levels(row):
    return [str(row.level.name) if row.level else "–", str(row.own.name) if row.own else "–"]


def _correction(item):
    answer = str(ANSWERS[item.answer])
    return [item.passage, item.correction, f"{answer}. {item.answer_text}" if item.answer_text else answer]


def _days(case):
    return f"{written(case.visit_first_day)} – {written(case.visit_last_day)}"


def _paragraphs(text):
    return [part.strip() for part in text.split("\n") if part.strip()]
