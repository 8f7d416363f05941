"""What the parts of a level's page are called, and in which part provisions of a kind stand."""

from django.utils.translation import gettext_lazy as _

# (key, title, kinds in their order)
PARTS = (
    ("aims", _("What quality means here"), ("value", "principle", "quality_criterion", "priority", "task", "commitment")),
    ("inside", _("How the organisation looks at itself"), ("method", "area", "indicator")),
    ("outside", _("How others look at it"), ("control",)),
    ("duties", _("Who does what"), ("duty",)),
    ("rules", _("What else holds"), ("rule",)),
)
