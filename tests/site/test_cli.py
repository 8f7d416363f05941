"""The command line, as a person meets it."""

import json
import socket

import pytest

from tarazy.site import cli
from tarazy.site.commands import CommandError, demo, doctor, requirements, serve


def test_a_taken_port_is_told_in_a_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code = cli.main(["serve", "--port", str(taken.getsockname()[1])])
    assert code == 2
    assert "Choose another one with --port" in capsys.readouterr().err


@pytest.mark.parametrize("port", [0, -1, 70000])
def test_a_number_that_is_no_port_is_told(port):
    with pytest.raises(CommandError, match="is no port"):
        serve.require_free("127.0.0.1", port)


def test_a_demonstration_does_not_stand_behind_another_program_of_the_same_name(monkeypatch):
    connect, asked = socket.create_connection, []

    def to_this_machine(address, **how):  # which may have no address of the newer kind
        asked.append(address[0])
        return connect(("127.0.0.1", address[1]), **how)

    monkeypatch.setattr(socket, "create_connection", to_this_machine)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match="Another program answers"):
            demo._require_unshadowed(port)
    demo._require_unshadowed(port)  # nobody is there any more
    assert asked == ["::1", "::1"]


@pytest.fixture
def proofs(tmp_path):
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_one.py").write_text(
        "import pytest\n"
        "pytestmark = [pytest.mark.django_db, pytest.mark.requirement('R001')]\n"
        "@pytest.mark.requirement('R149', 'R150')\n"
        "def test_both(): ...\n"
        "@pytest.mark.requirement('R002')\n"
        "class TestRoom:\n"
        "    @pytest.mark.requirement('R999')\n"
        "    def test_inside(self): ...\n"
        "@pytest.mark.requirement('R003')\n"
        "def helper(): ...\n",
    )
    return folder


def test_every_demand_is_listed_with_the_tests_that_prove_it(proofs, capsys):
    code = cli.main(["requirements", "--json", "--tests", str(proofs)])
    found = json.loads(capsys.readouterr().out)
    assert code == 1  # R999 is none
    assert list(found) == [f"R{number:03}" for number in range(1, 277)]
    assert found["R149"] == found["R150"] == ["tests/test_one.py::test_both"]
    assert found["R001"] == ["tests/test_one.py::TestRoom::test_inside", "tests/test_one.py::test_both"]
    assert found["R002"] == ["tests/test_one.py::TestRoom::test_inside"]
    assert found["R003"] == []


def test_a_number_that_is_no_demand_is_named(proofs, capsys):
    cli.main(["requirements", "--tests", str(proofs)])
    assert "test_inside names 'R999', which is no demand." in capsys.readouterr().out


def test_the_written_list_of_demands_is_compared_when_it_is_there(tmp_path):
    path = tmp_path / "requirements.md"
    assert requirements._unlike(path) == []
    path.write_text(" ".join(requirements.NUMBERS[1:]))
    assert requirements._unlike(path) == ["R001 stands in only one of the two lists of demands."]


def test_the_doctor_goes_on_when_one_look_fails(monkeypatch, capsys):
    def broken(held):
        message = "the disk is on fire"
        raise OSError(message)

    monkeypatch.setattr(doctor, "LOOKS", {"Storage": broken, "Mail": lambda held: iter(())})
    assert cli.main(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Storage: This could not be looked at: the disk is on fire.",
        "Mail: in order.",
    ]


def test_what_stands_on_the_database_waits_for_it(monkeypatch, capsys):
    looks = {"Database": lambda held: iter(["It is down."]), "Worker": doctor.worker}
    monkeypatch.setattr(doctor, "LOOKS", looks)
    assert cli.main(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines()[1] == "Worker: This can be looked at when the database is in order."


def test_the_doctor_is_content_when_everything_is_in_order(monkeypatch):
    monkeypatch.setattr(doctor, "LOOKS", {"Mail": lambda held: iter(())})
    assert cli.main(["doctor"]) == 0


@pytest.mark.django_db
def test_the_doctor_misses_the_worker_and_the_library():
    assert "Nobody does the queued work. Start `tarazy worker`." in list(doctor.worker(None))
    assert list(doctor.library(None)) == ["It is empty. Run `tarazy manage load_standards`."]
    assert list(doctor.storage(None)) == []


def test_the_doctor_asks_for_a_secret_and_a_name(monkeypatch):
    from tarazy.site import settings

    monkeypatch.setattr(settings, "SECRET_KEY", "")
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", [])
    said = " ".join(doctor.settings(None))
    assert "TARAZY_SECRET_KEY is not set" in said
    assert "TARAZY_HOSTS is not set" in said
