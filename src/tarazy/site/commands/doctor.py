"""Say in sentences whether everything the platform stands on is in order, and what to do where it is not."""

import argparse
import contextlib
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django

from tarazy.site import postgres

SIGN_OF_LIFE = 60  # seconds: a worker reports every ten
type Held = contextlib.ExitStack


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Look at one thing after another; 1 when something is wrong."""
    del options
    wrong = 0
    with contextlib.ExitStack() as held:
        for name, look in LOOKS.items():
            try:
                sentences = list(look(held))
            except Exception as problem:  # noqa: BLE001 (whatever is broken, the doctor tells it and goes on)
                sentences = [f"This could not be looked at: {_first_line(problem)}."]
            wrong += bool(sentences)
            print(f"{name}: {' '.join(sentences) if sentences else 'in order.'}")
    return 1 if wrong else 0


def _first_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0].rstrip(".")


def _data() -> Path:
    from tarazy.site import settings as ours

    return ours.DATA


def settings(held: Held) -> Iterator[str]:
    """Whether the settings can be read, and are fit for where this runs."""
    del held
    from tarazy.site import settings as ours

    if not ours.SECRET_KEY:
        yield "TARAZY_SECRET_KEY is not set. Set it to fifty random characters and keep it."
    if not ours.ALLOWED_HOSTS:
        yield "TARAZY_HOSTS is not set. Set it to the names under which people reach the platform."
    if ours.DEMO and os.environ.get("DATABASE_URL"):
        yield "TARAZY_DEMO is set together with DATABASE_URL: anyone may enter as anyone. Unset it where real people work."


def database(held: Held) -> Iterator[str]:
    """Whether the database answers and its tables are up to date; the embedded one is started for the visit."""
    try:
        held.enter_context(postgres.ensure_running(_data()))
    except postgres.PostgresError as problem:
        yield str(problem)
        return
    django.setup()
    from django.db import DatabaseError, connection

    from tarazy.site import demonstration

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as problem:
        yield f"It does not answer ({_first_line(problem)}). Start it, or give its address in DATABASE_URL."
        return
    if demonstration.behind():
        yield "Its tables are not up to date. Run `tarazy manage migrate`."


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

    if texts.stale():
        yield "Catalogues are not compiled. Run `tarazy texts --compile`."
    if missing := texts.check():
        yield f"{len(missing)} texts are not whole. Run `tarazy texts --check` to see them."


def library(held: Held) -> Iterator[str]:
    """Whether the standards library is loaded."""
    del held
    from django.apps import apps

    editions = [model for model in apps.get_app_config("standards").get_models() if model.__name__ == "Standard"]
    if not editions or not editions[0].objects.exists():
        yield "It is empty. Run `tarazy manage load_standards`."


LOOKS: dict[str, Callable[[Held], Iterator[str]]] = {
    "Settings": settings,
    "Database": database,
    "Storage": storage,
    "Mail": mail,
    "Worker": worker,
    "Translations": translations,
    "Standards library": library,
}
