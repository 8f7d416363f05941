"""The sizes of `docs/house.md`, hard stops: prints what is too long and fails.

Files in lines, functions in lines from `def` to the last one, docstring included.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
FILE, FUNCTION, VIEW, TEST = 300, 40, 25, 30
TEMPLATE, COMPONENT = 120, 30
ROOM = 2500
type Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(project: Path = PROJECT) -> Iterator[str]:
    """A sentence for each thing over its limit."""
    for path in sorted([*project.glob("src/**/*.py"), *project.glob("scripts/*.py"), *project.glob("tests/**/*.py")]):
        if "migrations" not in path.parts:
            yield from _python(path, path.relative_to(project))
    for path in sorted(project.glob("src/**/templates/**/*.html")):
        component = "components" in path.parts
        yield from _limit(path.relative_to(project), _lines(path), COMPONENT if component else TEMPLATE)
    for room in sorted(path.parent for path in project.glob("src/tarazy/*/*/apps.py")):
        files = (path for path in room.rglob("*.py") if "migrations" not in path.parts)
        yield from _limit(f"{room.relative_to(project)} (a room)", sum(map(_lines, files)), ROOM)


def _python(path: Path, place: Path) -> Iterator[str]:
    yield from _limit(place, _lines(path), FILE)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    for node in inside:
        limit = TEST if node.name.startswith("test_") else VIEW if _is_view(node, place) else FUNCTION
        yield from _limit(f"{place}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1, limit)


def _is_view(node: Function, place: Path) -> bool:
    views = place.stem == "views" or place.parent.name == "views"
    return views and any(argument.arg == "request" for argument in node.args.args[:2])


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _limit(name: object, size: int, limit: int) -> Iterator[str]:
    if size > limit:
        yield f"{name}: {size} lines, {limit} at most"


if __name__ == "__main__":
    found = list(too_long())
    print("\n".join(found) or "Every size is within its limit.")
    sys.exit(1 if found else 0)
