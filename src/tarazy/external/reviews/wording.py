"""What the journal says of acts on the work pages, where the sentence depends on what was decided."""

from django.utils.translation import gettext_lazy as _


def judged(words):
    """A standard was given a level of the scale, or its level was taken back."""
    if words["level"]:
        return _("%(who)s judged standard %(standard)s: %(level)s")
    return _("%(who)s took back the judgement on standard %(standard)s")


def answered(words):
    """An inaccuracy that the institution named was answered."""
    if words["answer"] == "corrected":
        return _("%(who)s corrected the passage “%(passage)s”")
    return _("%(who)s kept the passage “%(passage)s” and said why")


def reviewed(words):
    """A standard of the report under review was found ready, or goes back."""
    if words["to_rework"] is True:
        return _("%(who)s found that standard %(standard)s needs rework")
    return _("%(who)s found standard %(standard)s ready")
