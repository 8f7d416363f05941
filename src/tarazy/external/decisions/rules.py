"""Who may see what of a decision. Sides come from `cases.rules.sides_of`."""

from tarazy.external.cases.states import Side

COUNCIL_PAPERS = frozenset({Side.AGENCY, Side.COUNCIL})


def reads_question(sides):
    """The agency and the members who are not recused; the appeals commission, which judges how the council decided."""
    return bool({Side.AGENCY, Side.COUNCIL, Side.APPEALS} & sides)


def reads_decision(sides, decision):
    """The agency's side at once; the institution and the panel when they have been told (R252)."""
    if decision is None:
        return False
    return reads_question(sides) or (decision.told_at is not None and bool({Side.INSTITUTION, Side.PANEL} & sides))


def reads_grounds(sides):
    """The panel learns the outcome; the grounds and the letter are the institution's and the agency's."""
    return bool({Side.INSTITUTION, Side.AGENCY, Side.COUNCIL, Side.APPEALS} & sides)


def sees_papers(sides, question):
    """Whether the pack is open to them: the appeals commission reads it once the ballot has closed."""
    return bool(COUNCIL_PAPERS & sides) or (Side.APPEALS in sides and not question.is_open)
