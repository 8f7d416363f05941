"""The embedded PostgreSQL: made, started and stopped by us where nobody has given a server in `DATABASE_URL`.

It is for the demonstration, for development and for tests; production brings its own PostgreSQL. The cluster lives in
the data folder and speaks through a private socket only. Whoever needs it holds it by `ensure_running`; the last to
leave stops it, and a holder who was killed holds nothing any more.
"""

import fcntl
import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tarazy.site.cluster import Cluster, PostgresError, binaries, cluster, own, run
from tarazy.site.processes import undisturbed

__all__ = [
    "PostgresError",
    "connection",
    "ensure_running",
    "is_held",
    "is_running",
    "remove",
    "start",
    "stop",
]

USER = "app"
NAME = "tarazy"
PATIENCE = 10.0  # seconds to try again when a start fails
GRACE = 3.0  # seconds: a killed server's number lingers for about 1.5 of them, and its children look at its death
LOCALE = [
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C.UTF-8",
]  # Cyrillic case needs them
CARELESS = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
]  # for tests, whose data nobody keeps
# What is asked for the third time on a connection is planned once (docs/decisions/0011-prepared-statements.md).
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def connection(url: str, data: Path) -> dict[str, Any]:
    """Give Django's entry for the database: from an address, or else for the embedded cluster."""
    from psycopg.conninfo import conninfo_to_dict

    parts = conninfo_to_dict(url) if url else {"host": str(cluster(data).sockets), "user": USER, "dbname": NAME}
    entry: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {**parts, **PREPARED},
    }
    if os.environ.get("TARAZY_SERVING"):
        size = int(os.environ.get("TARAZY_POOL", "4"))
        entry["OPTIONS"]["pool"] = {"min_size": 1, "max_size": size, "timeout": 10}
    return entry


def is_running(data: Path) -> bool:
    """Whether the embedded server lives and answers."""
    it = cluster(data)
    return _alive(_pid(it)) and _answers(it)


def start(data: Path) -> None:
    """Start the embedded server, and make its cluster and database first when they are not there."""
    it = cluster(data)
    if is_running(data):
        return
    programs = binaries(it)
    _prepare_sockets(it)
    try:
        if not (it.folder / "PG_VERSION").exists():
            _initdb(it, programs)
        _start(it, programs)
        _create_database(it)
    except PostgresError:
        shutil.rmtree(it.sockets, ignore_errors=True)  # the next to try may be another account
        raise


def stop(data: Path) -> None:
    """Stop the embedded server, if it runs; open transactions are rolled back."""
    it = cluster(data)
    if _alive(_pid(it)):
        try:
            run(it, [binaries(it) / "pg_ctl", "stop", "-w", "-t", "20", "-m", "fast", "-D", it.folder])
        except PostgresError:
            if _alive(_pid(it)):  # else it was killed under our hands
                raise
    shutil.rmtree(it.sockets, ignore_errors=True)


def remove(data: Path) -> None:
    """Stop the embedded server and delete everything it kept."""
    it = cluster(data)
    stop(data)
    shutil.rmtree(it.folder, ignore_errors=True)
    with suppress(OSError):  # not there, or the programs stand in it
        it.outside.rmdir()


@contextmanager
def ensure_running(data: Path) -> Iterator[None]:
    """Hold the embedded server: started for the first holder, stopped after the last one.

    A holder is a shared lock on a file, which the system drops when a process dies in any way. A server of one's own
    (`DATABASE_URL`) is left alone.
    """
    if os.environ.get("DATABASE_URL"):
        yield
        return
    data.mkdir(parents=True, exist_ok=True)
    name = cluster(data).title
    with (data / f"{name}.holders").open("w") as holders:
        try:
            with undisturbed(later=True), _alone(data / f"{name}.lock"):
                fcntl.flock(holders, fcntl.LOCK_SH)
                start(data)
            yield
        finally:
            with undisturbed(), _alone(data / f"{name}.lock"):
                fcntl.flock(holders, fcntl.LOCK_UN)
                if _nobody_holds(holders):
                    stop(data)


def is_held(data: Path) -> bool:
    """Whether any living process holds the embedded server."""
    path = data / f"{cluster(data).title}.holders"
    if not path.exists():
        return False
    with path.open("w") as holders:
        return not _nobody_holds(holders)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time starts or stops."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _nobody_holds(holders: Any) -> bool:
    try:
        fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _prepare_sockets(it: Cluster) -> None:
    if it.sockets.is_symlink():
        it.sockets.unlink()
    own(it.sockets)


def _initdb(it: Cluster, programs: Path) -> None:
    """Make the cluster beside its place and move it there, so that a half-made one is never taken for whole."""
    fresh = it.folder.with_name(f"{it.title}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    own(fresh)
    options = ["-U", USER, "-A", "trust", "-E", "UTF8", *LOCALE, "--no-instructions"]
    run(it, [programs / "initdb", "-D", fresh, *options, *(["--no-sync"] if it.testing else [])])
    fresh.rename(it.folder)


def _start(it: Cluster, programs: Path) -> None:
    settings = ["listen_addresses=''", *(CARELESS if it.testing else [])]
    options = " ".join([f"-k '{it.sockets}'", *(f"-c {setting}" for setting in settings)])
    command = [programs / "pg_ctl", "start", "-w", "-D", it.folder, "-l", it.folder / "server.log", "-o", options]
    began = time.monotonic()
    while True:
        try:
            run(it, command)
        except PostgresError:
            waited = time.monotonic() - began
            if waited > PATIENCE:
                raise
            if waited > GRACE and not _alive(_pid(it)):
                (it.folder / "postmaster.pid").unlink(missing_ok=True)
            time.sleep(0.3)
        else:
            return


def _create_database(it: Cluster) -> None:
    import psycopg

    with psycopg.connect(host=str(it.sockets), user=USER, dbname="postgres", autocommit=True) as link:
        if not link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            link.execute(f"CREATE DATABASE {NAME}")


def _pid(it: Cluster) -> int:
    try:
        return int((it.folder / "postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return 0


def _alive(pid: int) -> bool:
    """Whether that process is a living PostgreSQL: neither dead, nor waiting to be buried, nor a stranger of that number."""
    if not pid:
        return False
    system = Path("/proc/self/stat").exists()
    try:
        stat = Path(f"/proc/{pid}/stat").read_text() if system else ""
        os.kill(pid, 0)
    except (ProcessLookupError, FileNotFoundError):
        return False
    except PermissionError:
        pass
    return not system or ("(postgres)" in stat and stat.rsplit(")", 1)[1].split()[0] != "Z")


def _answers(it: Cluster) -> bool:
    with socket.socket(socket.AF_UNIX) as link:
        return link.connect_ex(str(it.sockets / ".s.PGSQL.5432")) == 0
