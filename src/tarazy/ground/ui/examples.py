"""Neutral content for the style guide, in the reader's language."""

from django.utils.translation import gettext as _


def groups():
    """The pages of the guide: key and name, in order."""
    return {"foundations": _("Foundations")}


def of(group, query):
    """What the page of `group` shows."""
    return {}
