"""The gates: each is shown what it must refuse."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

from scripts import contracts, sizes

PROJECT = Path(__file__).resolve().parents[2]
HEIGHT = {room: number for number, room in enumerate(
    f"{wing}.{room}" for wing in reversed(contracts.WINGS) for room in reversed(contracts.ROOMS.get(wing, ["site"]))
)}  # fmt: skip


def height(model):
    """How high a model's room stands in the house; what we did not build stands below everything."""
    parts = model.__module__.split(".")
    return HEIGHT.get(".".join(parts[1:3]), HEIGHT["site.site"]) if parts[0] == "tarazy" else -1


def test_no_relation_of_a_model_points_upwards_in_the_house():
    upwards = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("tarazy.")
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if height(field.related_model) > height(model)
    ]
    assert upwards == []


def build(root, files):
    for name, code in files.items():
        path = root / "tarazy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in [path.parent, *path.parent.parents]:
            if folder == root:
                break
            (folder / "__init__.py").touch()
        path.write_text(code)
    return root


@pytest.mark.parametrize(
    ("files", "holds"),
    [
        ({"ground/people/services.py": "", "external/cases/services.py": "import tarazy.ground.people.services"}, True),
        ({"ground/people/services.py": "import tarazy.external.cases.models", "external/cases/models.py": ""}, False),
        ({"ground/journal/models.py": "import tarazy.ground.people.models", "ground/people/models.py": ""}, False),
        ({"ground/people/models.py": "import tarazy.ground.people.services", "ground/people/services.py": ""}, False),
        ({"ground/people/views.py": "import tarazy.ground.people.services", "ground/people/services.py": ""}, True),
        ({"ground/people/models.py": "", "ground/cellar/models.py": ""}, False),
    ],
    ids=["down", "up a wing", "up a room", "up a file", "down a file", "a room outside the plan"],
)
def test_the_contracts_let_imports_go_down_and_never_up(tmp_path, files, holds):
    build(tmp_path, files)
    (tmp_path / "contracts.ini").write_text(contracts.text(tmp_path / "tarazy"))
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--config", "contracts.ini"],
        cwd=tmp_path, check=False, capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode == 0) is holds, done.stdout
    assert "Contracts: " in done.stdout


def test_what_is_too_long_is_told_with_its_limit(tmp_path):
    room = tmp_path / "src/tarazy/ground/people"
    (room / "templates").mkdir(parents=True)
    (room / "apps.py").write_text("")
    (room / "views.py").write_text("def page(request):\n" + "    x = 1\n" * 30)
    (room / "services.py").write_text("def act():\n" + "    x = 1\n" * 299 + "\n")
    (room / "templates/page.html").write_text("<p>\n" * 121)
    assert set(sizes.too_long(tmp_path)) == {
        "src/tarazy/ground/people/views.py:1 page: 31 lines, 25 at most",
        "src/tarazy/ground/people/services.py: 301 lines, 300 at most",
        "src/tarazy/ground/people/services.py:1 act: 300 lines, 40 at most",
        "src/tarazy/ground/people/templates/page.html: 121 lines, 120 at most",
    }


@pytest.mark.parametrize(
    ("path", "code", "rule"),
    [
        ("src/tarazy/ground/people/services.py", "from django.http import HttpResponse\n", "TID251"),
        ("src/tarazy/ground/people/rules.py", "from django.utils.timezone import now\n", "TID251"),
        ("src/tarazy/ground/people/rules.py", "import os\n", "F401"),
        ("src/tarazy/ground/people/rules.py", "def act(a):\n" + "    if a: a()\n" * 9, "C901"),
    ],
    ids=["HTTP below views", "a clock of one's own", "an import nobody uses", "a tangle"],
)
def test_the_linter_refuses_what_the_house_forbids(path, code, rule):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", "--stdin-filename", PROJECT / path, "-"],
        cwd=PROJECT, check=False, capture_output=True, text=True, input=code,
    )  # fmt: skip
    assert rule in done.stdout


def test_no_test_reaches_the_network():
    import socket

    with pytest.raises(RuntimeError, match=r"A test tried to use socket"), pytest.warns(UserWarning, match="A test tried"):
        socket.create_connection(("192.0.2.1", 80), 1)
