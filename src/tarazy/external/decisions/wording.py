"""How outcomes, terms and counts are said, in the reader's language."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tarazy.external.cases.models import Case
from tarazy.external.decisions.states import TERMS, Outcome

# Whom a member of the council speaks for (facts B1).
GROUPS = {
    "education": gettext_lazy("education"),
    "international": gettext_lazy("international"),
    "authority": gettext_lazy("authorities"),
    "employer": gettext_lazy("employers"),
    "student": gettext_lazy("students"),
    "public": gettext_lazy("public"),
}


def term_years(case: Case, outcome: str) -> int | None:
    """For how many years the rulebook grants this outcome; None for a refusal."""
    key = TERMS.get(outcome)  # type: ignore[call-overload]
    return case.values[key] if key else None


def outcome_with_term(case: Case, outcome: str) -> str:
    """The outcome in words with its term: "Accredited for 5 years"."""
    years = term_years(case, outcome)
    if outcome == Outcome.ACCREDITED:
        return ngettext("Accredited for %(count)s year", "Accredited for %(count)s years", years) % {"count": years}
    if outcome == Outcome.CONDITIONAL:
        return ngettext("Accredited with conditions for %(count)s year", "Accredited with conditions for %(count)s years", years) % {
            "count": years
        }
    return str(Outcome.REFUSED.label)


def count_facts(tally: dict[str, Any]) -> list[list[str]]:
    """The count as rows of label and number."""
    rows = [
        [_("Members"), tally["members"]],
        [_("Recused"), tally["recused"]],
        [_("Needed for a quorum"), tally["quorum"]],
        [_("Votes cast"), tally["present"]],
        [_("Needed for a majority"), tally["majority"]],
        *([Outcome(key).label, number] for key, number in tally["votes"].items()),
    ]
    return [[str(label), str(number)] for label, number in rows]
