"""Nothing serves or works where it could not do so well, and troubles of the machine are sentences."""

import errno

import psycopg
import pytest
from django.db import OperationalError

from tarazy.ground.people.models import Person
from tarazy.site import cli, demonstration, readiness, settings
from tarazy.site.commands import CommandError, doctor
from tarazy.site.troubles import told
from tests.factories import make_standards


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_nothing_starts_without_a_secret_key(command, monkeypatch, capsys):
    monkeypatch.setattr(settings, "SECRET_KEY", "")
    for name in ("TARAZY_SERVING", "TARAZY_POOL"):  # which `serve` sets
        monkeypatch.setenv(name, "")
    words = ["--port", "54399"] if command == "serve" else []
    assert cli.main([command, *words]) == 2
    assert "TARAZY_SECRET_KEY is not set" in capsys.readouterr().err


def test_what_was_not_gathered_for_serving_is_told(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert "collectstatic" in " ".join(readiness.pages())
    (tmp_path / "staticfiles.json").write_text("{}")
    assert list(readiness.pages()) == []


@pytest.mark.django_db
def test_a_demonstration_and_real_work_are_never_served_from_the_others_database(settings, monkeypatch):
    monkeypatch.setattr(demonstration, "is_marked", lambda: False)
    settings.DEMO = True
    assert "anyone could enter as anyone" in " ".join(readiness.database())
    settings.DEMO = False
    assert list(readiness.database()) == []
    monkeypatch.setattr(demonstration, "is_marked", lambda: True)
    assert "invented data" in " ".join(readiness.database())


@pytest.mark.django_db
def test_a_database_with_people_of_its_own_is_never_filled_with_invented_ones(monkeypatch):
    Person.objects.create_user("real@example.org", name="Real")
    monkeypatch.setattr("tarazy.site.texts.compile_stale", lambda: pytest.fail("nothing may be touched"))
    with pytest.raises(CommandError, match="not a demonstration"):
        demonstration.prepare(say=print)


@pytest.mark.django_db
def test_the_doctor_names_the_packages_that_were_not_loaded():
    make_standards()
    said = list(doctor.library(None))
    assert len(said) == 1
    assert "It lacks" in said[0]
    assert "Run `tarazy manage load_standards`" in said[0]


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device. Tarazy keeps its data"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "Permission denied (/x). Tarazy keeps"),
        (psycopg.ProgrammingError('missing "="'), 'DATABASE_URL is not right: missing "=".'),
        (psycopg.OperationalError("refused\nIs the server running?"), "The database says: refused. Is the server of"),
        (CommandError("So it is."), "So it is."),
    ],
)
def test_a_trouble_of_the_machine_is_a_sentence(problem, sentence):
    assert told(problem).startswith(sentence)


def test_djangos_own_error_is_told_by_its_cause():
    problem = OperationalError("connection refused")
    problem.__cause__ = psycopg.OperationalError("connection refused")
    assert told(problem).startswith("The database says: connection refused.")


def test_a_fault_of_the_program_is_not_hidden():
    assert told(KeyError("name")) == ""
