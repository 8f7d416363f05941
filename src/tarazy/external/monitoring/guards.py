"""What must hold before a step of monitoring may be taken."""

from django.urls import reverse
from django.utils.translation import ngettext

from tarazy.external.monitoring.queries import recommendations_without_action
from tarazy.ground.foundation.errors import Refusal


def every_recommendation_has_an_action(case, today):
    """No recommendation of the report is left without an action in the plan (R257, R175)."""
    missing = recommendations_without_action(case).count()
    if not missing:
        return None
    sentence = ngettext(
        "%(count)s recommendation has no action in the plan yet.", "%(count)s recommendations have no action in the plan yet.", missing
    ) % {"count": missing}
    return Refusal(sentence, reverse("monitoring:plan", args=[case.number]))
