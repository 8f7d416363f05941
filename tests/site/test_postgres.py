"""The embedded server: a cluster of its own for each of these tests, in a folder that is thrown away."""

import os
import signal
import subprocess
import sys

import psycopg
import pytest

from tarazy.site import postgres
from tarazy.site.cluster import cluster

HOLD = """
import pathlib, sys
from tarazy.site import postgres
with postgres.ensure_running(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield tmp_path
    postgres.remove(tmp_path)


def link(data):
    entry = postgres.connection("", data)
    return psycopg.connect(host=entry["HOST"], user=entry["USER"], dbname=entry["NAME"], autocommit=True)


def pid(data):
    return int((cluster(data).folder / "postmaster.pid").read_text().split()[0])


def test_the_server_runs_for_the_holder_and_stops_after_it(data):
    with postgres.ensure_running(data):
        assert postgres.is_running(data)
        with link(data) as database:
            assert database.execute("SELECT lower('ӘҒҚҢӨҰҮҺІ')").fetchone() == ("әғқңөұүһі",)
    assert not postgres.is_running(data)


def test_the_server_stays_until_the_last_holder_leaves_and_a_killed_one_holds_nothing(data):
    other = subprocess.Popen([sys.executable, "-c", HOLD, data], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"held\n"
    with postgres.ensure_running(data):
        pass
    assert postgres.is_running(data)
    assert postgres.is_held(data)
    other.kill()
    other.communicate()
    assert not postgres.is_held(data)
    with postgres.ensure_running(data):
        pass
    assert not postgres.is_running(data)


def test_nothing_is_lost_when_the_server_is_killed(data, monkeypatch):
    monkeypatch.delenv("TARAZY_TESTING")  # the tests' own servers are careless
    with postgres.ensure_running(data), link(data) as database:
        database.execute("CREATE TABLE kept (word text)")
        database.execute("INSERT INTO kept VALUES ('таразы')")
        os.kill(pid(data), signal.SIGKILL)
    with postgres.ensure_running(data), link(data) as database:
        assert database.execute("SELECT word FROM kept").fetchone() == ("таразы",)
    postgres.remove(data)


def test_a_half_made_cluster_is_made_again(data):
    half = cluster(data).folder.with_name(f"{cluster(data).title}.new")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    with postgres.ensure_running(data), link(data) as database:
        assert database.execute("SELECT 1").fetchone() == (1,)


def test_a_server_of_ones_own_is_left_alone(data, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@elsewhere/theirs")
    with postgres.ensure_running(data):
        assert not cluster(data).folder.exists()


def test_an_address_becomes_djangos_entry(tmp_path):
    entry = postgres.connection("postgresql://ann:p%40ss@db.example:6432/quality?sslmode=require", tmp_path)
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("quality", "ann", "p@ss")
    assert (entry["HOST"], entry["PORT"], entry["OPTIONS"]) == ("db.example", "6432", {"sslmode": "require", **postgres.PREPARED})


def test_connections_are_pooled_only_while_serving(tmp_path, monkeypatch):
    assert "pool" not in postgres.connection("", tmp_path)["OPTIONS"]
    monkeypatch.setenv("TARAZY_SERVING", "1")
    assert postgres.connection("", tmp_path)["OPTIONS"]["pool"]["max_size"] == 4


def test_the_sockets_path_fits_however_deep_the_data_lies(tmp_path):
    deep = tmp_path.joinpath(*["a-folder-with-a-long-name"] * 8)
    assert len(os.fsencode(cluster(deep).sockets / ".s.PGSQL.5432")) <= 107


def test_nothing_is_left_of_a_cluster_that_was_removed(data):
    with postgres.ensure_running(data):
        assert cluster(data).folder.exists()
    postgres.remove(data)
    it = cluster(data)
    assert [path for path in (it.folder, it.outside, it.sockets) if path.exists()] == []


def test_tests_are_careless_and_the_demonstration_is_not(data, monkeypatch):
    with postgres.ensure_running(data), link(data) as database:
        assert database.execute("SHOW fsync").fetchone() == ("off",)
    postgres.remove(data)
    monkeypatch.delenv("TARAZY_TESTING")
    with postgres.ensure_running(data), link(data) as database:
        assert database.execute("SHOW fsync").fetchone() == ("on",)
    postgres.remove(data)
