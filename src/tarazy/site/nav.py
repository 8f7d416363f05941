"""The navigation that a reader sees: what their part asks for, and what is open to everybody."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
        ("agencies:rulebook", pgettext_lazy("navigation", "Rulebook")),
        ("drafts:list", pgettext_lazy("navigation", "Own standards")),
        ("people:appointments", _("People")),
    ),
    "coordinator": (
        ("institutions:list", _("Organisations")),
        ("experts:pool", _("Experts")),
        ("seminars:list", _("Seminars")),
        ("drafts:list", pgettext_lazy("navigation", "Own standards")),
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
# Pages that stand at an address of their own and belong to an entry all the same, for whoever has none nearer to them.
BELONGING = {"standards:library": ("guidelines:index", "drafts:list")}


def navigation(request):
    """The items for this reader, the one of the current page marked."""
    acting = getattr(request, "acting", None)
    names = (*INSIDE, *BY_ROLE.get(acting.role, ()), *OPEN) if acting else OPEN
    current = _current(request.path, [name for name, _label in names])
    return [Item(reverse(name), label, name == current) for name, label in names]


def _current(path, names):
    """The entry that the page is of: the one with the longest beginning of its address, its own before what belongs to it."""
    beginnings = [(reverse(name), name) for name in names]
    beginnings += [(reverse(one), name) for name in names for one in BELONGING.get(name, ())]
    return max((one for one in beginnings if path.startswith(one[0])), key=lambda one: len(one[0]), default=("", ""))[1]
