"""What holds in every stage alike."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, numbers

days = numbers(Kind.DAYS, Group.THROUGHOUT, 1, 30)

THROUGHOUT = (
    days(
        "reminder_days",
        3,
        _("Reminder of a deadline"),
        _("How long before the last day of a step those whose move it is are reminded. When the day is over they are told once more."),
        "T",
    ),
)
