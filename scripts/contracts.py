"""The contracts of the house for import-linter, written from its plan: only rooms that exist take part.

Wings in layers, rooms in layers inside each wing, and inside each room the files in the order of house rule 5. A room
or a file that stands in no layer breaks `exhaustive`, so that nothing new stays outside the plan unseen.
"""

from pathlib import Path

WINGS = ["site", "state", "agency", "external", "internal", "reference", "ground"]
ROOMS = {
    "state": ["registers", "control", "testing", "risk", "national"],
    "agency": ["recognition", "analysis"],
    "external": [
        "procedure", "monitoring", "register", "redress", "decisions", "visits", "reviews", "seminars", "experts", "cases",
    ],
    "internal": ["improvement", "selfassessment", "surveys", "indicators"],
    "reference": ["drafts", "guidelines", "correspondences", "standards", "search", "agencies", "institutions"],
    "ground": ["notices", "documents", "people", "workflow", "journal", "ui", "foundation"],
}  # fmt: skip
FILES = ["urls", "views | admin", "forms", "services", "guards", "rules", "queries", "models", "states"]


def write(project: Path) -> str:
    """Write the contracts to `build/contracts.ini` and give its path."""
    path = project / "build" / "contracts.ini"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text(project / "src" / "tarazy"), encoding="utf-8")
    return str(path)


def text(house: Path) -> str:
    """The contracts for the rooms that exist."""
    wings = [wing for wing in WINGS if (house / wing / "__init__.py").exists()]
    parts = ["[importlinter]\nroot_package = tarazy\n"]
    parts.append(_layers("wings", "tarazy", wings, exhaustive=True))
    every = []
    for wing in wings:
        rooms = [room for room in ROOMS.get(wing, []) if (house / wing / room / "__init__.py").exists()]
        every += [f"tarazy.{wing}.{room}" for room in rooms]
        if rooms:
            parts.append(_layers(f"rooms_{wing}", f"tarazy.{wing}", rooms, exhaustive=True))
    parts.append(_layers("files", every, [_optional(layer) for layer in FILES], exhaustive=False))
    return "\n".join(parts)


def _optional(layer: str) -> str:
    return " | ".join(f"({name})" for name in layer.split(" | "))


def _layers(name: str, containers: str | list[str], layers: list[str], *, exhaustive: bool) -> str:
    listed = [containers] if isinstance(containers, str) else containers
    lines = [f"[importlinter:contract:{name}]", f"name = {name.replace('_', ' ')}: down, never up", "type = layers"]
    lines += ["containers =", *(f"    {container}" for container in listed)]
    lines += ["layers =", *(f"    {layer}" for layer in layers)]
    if exhaustive:
        lines.append("exhaustive = true")
    return "\n".join(lines) + "\n"
