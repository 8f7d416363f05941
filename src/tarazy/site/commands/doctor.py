"""Say in sentences whether everything the platform stands on is in order, and what to do where it is not."""

import argparse
import contextlib
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django

from tarazy.site import postgres, readiness

STAND_ON_DATABASE = {"Worker", "Standards library"}
SIGN_OF_LIFE = 60  # seconds: a worker reports every ten
type Held = contextlib.ExitStack


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to look."""
    parser.add_argument("--demo", action="store_true", help="look at the demonstration of `tarazy demo`")


def run(options: argparse.Namespace) -> int:
    """Look at one thing after another; 1 when something is wrong."""
    if options.demo:
        os.environ["TARAZY_DEMO"] = "1"
    wrong: set[str] = set()
    with contextlib.ExitStack() as held:
        for name, look in LOOKS.items():
            try:
                sentences = list(look(held))
            except Exception as problem:  # noqa: BLE001 (whatever is broken, the doctor tells it and goes on)
                sentences = [f"This could not be looked at: {readiness.first_line(problem)}."]
                if name in STAND_ON_DATABASE and "Database" in wrong:
                    sentences = ["This can be looked at when the database is in order."]
            if sentences:
                wrong.add(name)
            print(f"{name}: {' '.join(sentences) if sentences else 'in order.'}")
    return 1 if wrong else 0


def _data() -> Path:
    from tarazy.site import settings as ours

    return ours.DATA


def settings(held: Held) -> Iterator[str]:
    """Whether the settings are fit for where this runs."""
    del held
    from tarazy.site import settings as ours

    found = [*readiness.secret(), *readiness.hosts(), *readiness.address()]
    yield from found
    if not ours.DEMO and not os.environ.get("DATABASE_URL"):
        yield "DATABASE_URL is not set; the embedded PostgreSQL is only for demonstration, development and tests."
    if found and not os.environ.get("DATABASE_URL") and (ours.DATA / "postgres").exists():
        yield "(`tarazy doctor --demo` looks at the demonstration, which needs none of these.)"
    if ours.DEMO and os.environ.get("DATABASE_URL"):
        yield "This is a demonstration on a server of its own: anyone may enter as anyone. Let only people who may see it reach it."


def database(held: Held) -> Iterator[str]:
    """Whether the database answers and its tables are up to date; the embedded one is started for the visit."""
    try:
        held.enter_context(postgres.ensure_running(_data()))
    except postgres.PostgresError as problem:
        yield str(problem)
        return
    django.setup()
    yield from readiness.database()


def pages(held: Held) -> Iterator[str]:
    """Whether stylesheets and scripts can be served."""
    del held
    yield from readiness.pages()


def storage(held: Held) -> Iterator[str]:
    """Whether a file can be kept."""
    del held
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    try:
        name = default_storage.save("doctor.txt", ContentFile(b"whole"))
        with default_storage.open(name) as file:
            if file.read() != b"whole":
                yield "A file came back changed. Look at the disk."
        default_storage.delete(name)
    except OSError as problem:
        yield f"A file could not be kept ({problem.strerror}). Make the folder in TARAZY_DATA writable, with room on its disk."
    if os.statvfs(tempfile.gettempdir()).f_bavail == 0:
        yield "The temporary folder is full."


def mail(held: Held) -> Iterator[str]:
    """Whether the mail server answers; where mail is only kept in memory there is nothing to ask."""
    del held
    from django.conf import settings as ours

    mailer = ours.MAILERS["default"]
    if "smtp" not in mailer["BACKEND"]:
        return
    if "TARAZY_FROM" not in os.environ:
        yield f"TARAZY_FROM is not set, so letters come from {ours.DEFAULT_FROM_EMAIL}."
    place = (mailer["OPTIONS"]["host"], mailer["OPTIONS"]["port"])
    try:
        socket.create_connection(place, timeout=5).close()
    except OSError as problem:
        yield f"{place[0]}:{place[1]} does not answer ({problem.strerror or problem}). Set TARAZY_MAIL_HOST and TARAZY_MAIL_PORT."


def worker(held: Held) -> Iterator[str]:
    """Whether anyone does the queued work, and whether some of it failed."""
    del held
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)",
            [SIGN_OF_LIFE],
        )
        if not cursor.fetchone()[0]:
            yield "Nobody does the queued work. Start `tarazy worker`."
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'")
        if failed := cursor.fetchone()[0]:
            yield f"{failed} pieces of work have failed. Look at them with `tarazy manage procrastinate shell`."


def translations(held: Held) -> Iterator[str]:
    """Whether every text is there in every language, and compiled."""
    del held
    from tarazy.site import texts

    yield from readiness.catalogues()
    if missing := texts.check():
        yield f"{len(missing)} texts are not whole. Run `tarazy texts --check` to see them."


def library(held: Held) -> Iterator[str]:
    """Whether the standards library is loaded, and holds what the packages of this version say."""
    del held
    from tarazy.reference.correspondences.models import Correspondence
    from tarazy.reference.search.queries import sources_of
    from tarazy.reference.standards.models import StandardsSet
    from tarazy.reference.standards.package import PACKAGES, parse

    have = set(StandardsSet.objects.values_list("key", "version"))
    packages = [parse(path.read_bytes()).content for path in sorted(PACKAGES.glob("*.yaml"))]
    if not have:
        yield "It is empty. Run `tarazy manage load_standards`."
    elif missing := [f"{one['key']} {one['version']}" for one in packages if (one["key"], one["version"]) not in have]:
        yield f"It lacks {', '.join(missing)}. Run `tarazy manage load_standards`."
    elif not sources_of("guidelines:"):
        yield "The provisions of the Guidelines cannot be found by searching. Run `tarazy manage load_guidelines`."
    elif not Correspondence.objects.exists():
        yield "No correspondence between standards is known. Run `tarazy manage load_crosswalks`."


LOOKS: dict[str, Callable[[Held], Iterator[str]]] = {
    "Settings": settings,
    "Database": database,
    "Storage": storage,
    "Pages": pages,
    "Mail": mail,
    "Worker": worker,
    "Translations": translations,
    "Standards library": library,
}
