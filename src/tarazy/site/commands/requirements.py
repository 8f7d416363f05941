"""Say which demands on the platform are proved by which tests, and which by none.

A test names what it proves: `@pytest.mark.requirement("R149")`, on itself, its class or its whole module.
"""

import argparse
import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[4]
COUNT = 276
NUMBERS = [f"R{number:03}" for number in range(1, COUNT + 1)]
LIST = PROJECT.parent / "shared" / "requirements.md"  # where the demands are written out, if it stands there
type Test = ast.FunctionDef | ast.AsyncFunctionDef


def arguments(parser: argparse.ArgumentParser) -> None:
    """For people or for programs."""
    parser.add_argument("--json", action="store_true", help="an object from each number to its list of test names")
    parser.add_argument("--tests", type=Path, default=PROJECT / "tests", help="the folder of the tests")


def run(options: argparse.Namespace) -> int:
    """Print it; a mark that names no demand is wrong."""
    proofs, strange = read(options.tests)
    strange += _unlike(LIST)
    if options.json:
        print(json.dumps(proofs, indent=1))
    else:
        for number, tests in proofs.items():
            print(f"{number}  {', '.join(tests) or '—'}")
        proved = sum(bool(tests) for tests in proofs.values())
        print(f"{proved} demands are proved, {len(proofs) - proved} by no test yet.")
    for sentence in strange if not options.json else []:
        print(sentence)
    return 1 if strange else 0


def read(folder: Path) -> tuple[dict[str, list[str]], list[str]]:
    """Give for every number the tests that prove it, and a sentence for each mark with a number that is none."""
    proofs: dict[str, list[str]] = {number: [] for number in NUMBERS}
    strange = []
    for path in sorted(folder.rglob("test_*.py")):
        place = path.relative_to(folder.parent).as_posix()
        for name, number in _marks(ast.parse(path.read_text(encoding="utf-8")), place):
            if number not in proofs:
                strange.append(f"{name} names {number!r}, which is no demand.")
            elif name not in proofs[number]:
                proofs[number].append(name)
    return proofs, strange


def _marks(tree: ast.Module, place: str) -> Iterator[tuple[str, str]]:
    """Every test's name with every number that stands on it or above it."""
    whole = _numbers(*_pytestmark(tree.body))
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            shared = [*whole, *_numbers(*node.decorator_list, *_pytestmark(node.body))]
            for test in _tests(node.body):
                yield from ((f"{place}::{node.name}::{test.name}", number) for number in [*shared, *_own(test)])
    for test in _tests(tree.body):
        yield from ((f"{place}::{test.name}", number) for number in [*whole, *_own(test)])


def _tests(body: list[ast.stmt]) -> Iterator[Test]:
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test"):
            yield node


def _own(test: Test) -> list[str]:
    return _numbers(*test.decorator_list)


def _pytestmark(body: list[ast.stmt]) -> Iterator[ast.expr]:
    for node in body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "pytestmark" for t in node.targets):
            yield node.value


def _numbers(*expressions: ast.expr) -> list[str]:
    """The words inside `requirement(…)`, wherever it stands in an expression (a list, a parameter's own marks)."""
    return [
        argument.value
        for expression in expressions
        for node in ast.walk(expression)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "requirement"
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def _unlike(path: Path) -> list[str]:
    """Where the written list is at hand, say where it and the numbers here differ."""
    if not path.exists():
        return []
    written = set(re.findall(r"\bR\d{3}\b", path.read_text(encoding="utf-8")))
    return [f"{number} stands in only one of the two lists of demands." for number in sorted(written ^ set(NUMBERS))]
