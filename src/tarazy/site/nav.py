"""The navigation that a reader sees: what their part asks for, and what is open to everybody."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the navigation."""

    url: str
    label: Any
    current: bool


INSIDE = (("desk", _("Desk")), ("procedure:cases", _("Cases")))
BY_ROLE = {
    "institution_head": (("selfassessment:list", _("Self-assessment")), ("people:appointments", _("People"))),
    "quality_officer": (("selfassessment:list", _("Self-assessment")),),
    "agency_head": (
        ("institutions:list", _("Organisations")),
        ("experts:pool", _("Experts")),
        ("agencies:rulebook", _("Rulebook")),
        ("drafts:list", _("Own standards")),
        ("people:appointments", _("People")),
    ),
    "coordinator": (
        ("institutions:list", _("Organisations")),
        ("experts:pool", _("Experts")),
        ("seminars:list", _("Seminars")),
        ("drafts:list", _("Own standards")),
    ),
    "secretary": (("decisions:sessions", _("Council")),),
    "analyst": (("monitoring:duties", _("Monitoring")),),
    "council_member": (("decisions:sessions", _("Council")),),
    "expert": (("experts:mine", _("My profile")),),
}
OPEN = (
    ("register:search", _("Register")),
    ("standards:library", _("Standards")),
    ("procedure:editions", _("How it works")),
)


def navigation(request):
    """The items for this reader, the one of the current page marked."""
    acting = getattr(request, "acting", None)
    names = (*INSIDE, *BY_ROLE.get(acting.role, ()), *OPEN) if acting else OPEN
    items = [(reverse(name), label) for name, label in names]
    current = max((url for url, _label in items if request.path.startswith(url)), key=len, default="")
    return [Item(url, label, url == current) for url, label in items]
