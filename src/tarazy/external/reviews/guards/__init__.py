"""What must hold before a step of the evaluation may be taken. Each refusal is a sentence that says what to do."""

from tarazy.external.reviews.guards.panel import (
    everyone_has_declared,
    experts_are_certified,
    panel_fills_every_seat,
    panel_has_no_conflict,
)
from tarazy.external.reviews.guards.report import (
    every_inaccuracy_is_answered,
    every_standard_is_judged,
    report_is_framed,
    some_inaccuracy_is_named,
)
from tarazy.external.reviews.guards.technical import (
    every_standard_reviewed,
    nothing_needs_rework,
    something_needs_rework,
)

__all__ = [
    "every_inaccuracy_is_answered",
    "every_standard_is_judged",
    "every_standard_reviewed",
    "everyone_has_declared",
    "experts_are_certified",
    "nothing_needs_rework",
    "panel_fills_every_seat",
    "panel_has_no_conflict",
    "report_is_framed",
    "some_inaccuracy_is_named",
    "something_needs_rework",
]
