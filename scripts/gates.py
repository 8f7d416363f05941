"""Every gate but the tests: runs them all, says of each whether it holds, and fails when one does not.

`python -m scripts.gates ruff mypy` runs only those.
"""

import subprocess
import sys
import time
from pathlib import Path

from scripts import contracts

PROJECT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON = [sys.executable, "-m"]
TYPED = ("services", "queries", "rules", "guards")


def typed() -> list[str]:
    """What mypy reads: these files of every room, as a file or a package, and the whole engine."""
    rooms = sorted(path.parent for path in PROJECT.glob("src/tarazy/*/*/apps.py"))
    paths = [path for room in rooms for name in TYPED for path in (room / f"{name}.py", room / name) if path.exists()]
    engine = [path for path in (PROJECT / "src/tarazy/ground/workflow").glob("*.py") if path.stem != "apps"]
    return sorted({str(path.relative_to(PROJECT)) for path in [*paths, *engine]})


def gates() -> dict[str, list[str]]:
    """Each gate and its command."""
    templates = sorted(str(path.relative_to(PROJECT)) for path in PROJECT.glob("src/tarazy/**/templates") if path.is_dir())
    return {
        "ruff": [*PYTHON, "ruff", "check", "--quiet"],
        "format": [*PYTHON, "ruff", "format", "--check", "--quiet"],
        "mypy": [*PYTHON, "mypy", "--no-error-summary", *typed()],
        "imports": [str(BIN / "lint-imports"), "--no-cache", "--config", contracts.write(PROJECT)],
        "sizes": [*PYTHON, "scripts.sizes"],
        "migrations": [*PYTHON, "tarazy.site.cli", "manage", "makemigrations", "--check", "--dry-run"],
        "texts": [*PYTHON, "tarazy.site.cli", "texts", "--check"],
        "templates": [*PYTHON, "djlint", "--lint", "--quiet", *templates],
    }


def main(names: list[str]) -> int:
    """Run the gates named, or all."""
    failed = []
    for name, command in gates().items():
        if names and name not in names:
            continue
        began = time.monotonic()
        done = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
        holds = done.returncode == 0
        print(f"{name:<11} {'holds' if holds else 'FAILS':<6} {time.monotonic() - began:5.1f} s", flush=True)
        if not holds:
            failed.append(name)
            print((done.stdout + done.stderr).strip(), flush=True)
    if failed:
        print(f"Gates that fail: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
