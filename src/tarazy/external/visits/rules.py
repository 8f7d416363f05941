"""Who may see the visit. Sides come from `cases.rules.sides_of`."""

from tarazy.external.cases.states import Side


def reads_visit(sides):
    """The programme is for those who are there."""
    return bool({Side.AGENCY, Side.INSTITUTION, Side.PANEL} & sides)
