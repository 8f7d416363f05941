"""What was measured, as a table for people and as rows for programs."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with the limit that it must not pass."""

    name: str
    value: float
    unit: str
    limit: float

    @property
    def holds(self) -> bool:
        """Whether the figure is within its limit."""
        return self.value <= self.limit

    def as_dict(self) -> dict[str, object]:
        """The row as `build/bench.json` keeps it."""
        return {**asdict(self), "holds": self.holds}


def table(rows: Iterable[Row]) -> str:
    """The rows as a table, the missed limits marked."""
    cells = [("name", "value", "unit", "limit", "holds")]
    cells += [(row.name, f"{row.value:g}", row.unit, f"{row.limit:g}", "yes" if row.holds else "NO") for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(_placed(cell, width, at) for at, (cell, width) in enumerate(zip(line, widths, strict=True))) for line in cells
    )


def write(rows: Iterable[Row], path: Path) -> None:
    """Keep the rows as a JSON list, its folder made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([row.as_dict() for row in rows], ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def told(rows: list[Row], path: Path) -> int:
    """Print the table, keep the rows in `path`, and name every missed limit; 1 where there is one, else 0."""
    print(table(rows))
    write(rows, path)
    missed = [row for row in rows if not row.holds]
    for row in missed:
        print(f"Over its limit: {row.name}: {row.value:g} {row.unit}, {row.limit:g} at most.")
    return 1 if missed else 0


def _placed(cell: str, width: int, at: int) -> str:
    return cell.rjust(width) if at in {1, 3} else cell.ljust(width)
