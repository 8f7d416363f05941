"""The editions of the procedure in force. A changed regulation is a new module; a running case keeps its own."""

from tarazy.external.procedure.editions import (
    additional_2026,
    higher_2026,
    preschool_2026,
    school_2026,
    vocational_2026,
)

EDITIONS = {module.PLAN.key: module for module in (higher_2026, vocational_2026, school_2026, preschool_2026, additional_2026)}
