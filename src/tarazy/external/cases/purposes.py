"""What a self-assessment that was begun for a case is for."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.internal.selfassessment.purposes import Purpose


def case_purpose(number):
    """The case's number in words, and the way back to it."""
    return Purpose(_("Case %(number)s") % {"number": number}, reverse("procedure:case", args=[number]))
