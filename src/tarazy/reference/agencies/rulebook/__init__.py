"""The rulebook: every number that differs between agencies, with its type, its limits, its meaning and its source.

`RULES` is the whole table by key. A value whose source does not give it is a setting with a neutral default (facts B1, U).
"""

from copy import deepcopy

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tarazy.reference.agencies.rulebook.bodies import BODIES, MONEY
from tarazy.reference.agencies.rulebook.checks import Wrong, check
from tarazy.reference.agencies.rulebook.decision import DECISION
from tarazy.reference.agencies.rulebook.evaluation import EVALUATION
from tarazy.reference.agencies.rulebook.monitoring import MONITORING
from tarazy.reference.agencies.rulebook.optional import OPTIONAL
from tarazy.reference.agencies.rulebook.preparation import PREPARATION
from tarazy.reference.agencies.rulebook.rule import GROUP_TITLES, LEVELS, SEAT_ROLES, Group, Kind, Rule
from tarazy.reference.agencies.rulebook.throughout import THROUGHOUT

__all__ = ["GROUP_TITLES", "LEVELS", "RULES", "SEAT_ROLES", "Group", "Kind", "Rule", "defaults", "validate"]

_TABLE = (*PREPARATION, *EVALUATION, *DECISION, *MONITORING, *THROUGHOUT, *BODIES, *MONEY, *OPTIONAL)
RULES: dict[str, Rule] = {rule.key: rule for rule in _TABLE}


def defaults():
    """A complete set of neutral values, the caller's own to change."""
    return {key: deepcopy(rule.default) for key, rule in RULES.items()}


def validate(values):
    """The clean values, all keys in the order of the table.

    Raises `ValidationError` with a sentence for each key that is missing, unknown or out of its limits.
    """
    clean, wrong = {}, {}
    for key in values.keys() - RULES.keys():
        wrong[key] = _("The rulebook knows no value of this name.")
    for key, rule in RULES.items():
        if key not in values:
            wrong[key] = _("Give a value.")
            continue
        try:
            clean[key] = check(rule, values[key])
        except Wrong as error:
            wrong[key] = str(error)
    if not wrong:
        wrong = _together(clean)
    if wrong:
        raise ValidationError(wrong)
    return deepcopy(clean)


def _together(values):
    """What is wrong with values that are right one by one: `{key: sentence}`."""
    months = values["term_accredited_years"] * 12
    wrong = {}
    if values["term_conditional_years"] > values["term_accredited_years"]:
        wrong["term_conditional_years"] = _("Accreditation with conditions cannot be longer than full accreditation.")
    if values["interim_report_months"] >= months:
        wrong["interim_report_months"] = _("The first interim report must fall before the end of the accreditation.")
    if values["renewal_months_before"] >= months:
        wrong["renewal_months_before"] = _("The reminder must fall after the beginning of the accreditation.")
    return wrong
