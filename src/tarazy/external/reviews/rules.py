"""Who may see what of the evaluation: the panel and the report. Sides come from `cases.rules.sides_of`."""

from tarazy.external.cases.queries import step_is_open
from tarazy.external.cases.states import Duty, Side

EDITING = ("evaluation_report", "factual_answers")
READERS_OF_SIGNED = frozenset({Side.AGENCY, Side.INSTITUTION, Side.COUNCIL, Side.APPEALS})


def reads_whole_panel(sides):
    """The agency sees candidates, seats, declarations and challenges."""
    return Side.AGENCY in sides


def reads_seats(sides):
    """The institution sees seats that were announced; the panel its own members."""
    return bool({Side.AGENCY, Side.INSTITUTION, Side.PANEL} & sides)


def reads_report(sides, report):
    """The panel always; everybody else once the chair has signed, which opens the factual check (S4 2.7-2.8)."""
    if report is None:
        return False
    return Side.PANEL in sides or (report.signed_at is not None and bool(READERS_OF_SIGNED & sides))


def reads_working_text(sides, case):
    """Whether the living text is shown: while the panel corrects a signed report, others read the signed file alone."""
    return Side.PANEL in sides or not step_is_open(case, "factual_answers")


def is_on_panel(appointment, case):
    """Signed experts and the chair, unless challenged: they write the report."""
    return case.participations.on_panel().filter(appointment=appointment, side=Side.PANEL).exists()


def is_chair(appointment, case):
    """The one who signs and answers for the panel."""
    return case.participations.live().filter(appointment=appointment, duty=Duty.CHAIR, side=Side.PANEL).exists()
