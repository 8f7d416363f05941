"""The conclusion of the department with the expert council, and the coordinator's presentation (S4 3.1-3.2)."""

from django.utils.translation import gettext as _

from tarazy.external.cases.services import attach, keep_record
from tarazy.external.cases.states import Side
from tarazy.external.decisions.letters import conclusion_letter
from tarazy.external.decisions.models import Conclusion
from tarazy.external.decisions.states import Outcome
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.errors import Refused

# Nobody outside the agency and its bodies reads the conclusion: the council is free to decide otherwise (R251).
INSIDE = (Side.AGENCY, Side.COUNCIL, Side.APPEALS)


def record_conclusion(act):
    """The department proposes an outcome with its reasons and what the expert council advised; typeset (R250, R264).

    `act.data`: `proposes` (a key of `Outcome`), `text`, `expert_council`. One conclusion a round; raises `Refused` when it
    proposes nothing or says nothing.
    """
    case, data = act.subject, act.data
    if data.get("proposes") not in Outcome.values or not data.get("text"):
        raise Refused(_("Say what you propose to the council, and why."))
    conclusion = Conclusion.objects.create(
        case=case,
        round=act.round,
        proposes=data["proposes"],
        text=data["text"],
        expert_council=data.get("expert_council", ""),
        by=act.by,
        at=act.now,
    )
    language = act.by.person.language
    letter = conclusion_letter(conclusion, language=language, today=act.today)
    version = store_bytes(
        typeset("documents/letter.typ", letter, language=language),
        name=f"conclusion-{case.number}-{act.round}.pdf",
        title=letter["title"],
        by=act.by,
        now=act.now,
        language=language,
    )
    attach(case, version, step=act.step, round=act.round, sides=INSIDE)


def record_presentation(act):
    """The coordinator sums the case up for the council, with slides where there are some (S4 3.2, R251).

    `act.data`: `summary`, `file` (or None). The record keeps the summary; the file is a document of the case.
    """
    keep_record(act, sides=INSIDE)
