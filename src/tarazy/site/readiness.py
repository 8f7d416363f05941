"""What must be in order before the platform serves or works: a sentence for each thing that is not, with what to do."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tarazy.site.commands import CommandError

type Look = Callable[[], Iterator[str]]


def require(*looks: Look) -> None:
    """Refuse, with every sentence, when any of the looks has one."""
    if sentences := [sentence for look in looks for sentence in look()]:
        raise CommandError("\n".join(sentences))


def secret() -> Iterator[str]:
    """Whether there is a key to sign with."""
    from tarazy.site import settings

    if not settings.SECRET_KEY:
        yield "TARAZY_SECRET_KEY is not set. Set it to fifty random characters and keep it."


def hosts() -> Iterator[str]:
    """Whether the platform knows its own names."""
    from tarazy.site import settings

    if not settings.ALLOWED_HOSTS:
        yield "TARAZY_HOSTS is not set. Set it to the names under which people reach the platform, by comma."


def address() -> Iterator[str]:
    """Whether letters and certificates lead here, and not to the reader's own machine."""
    from tarazy.site import settings

    if not settings.DEMO and "TARAZY_ADDRESS" not in os.environ:
        yield f"TARAZY_ADDRESS is not set, so letters and QR codes lead to {settings.SITE_ADDRESS}."


def database() -> Iterator[str]:
    """Whether the database answers, its tables are up to date, and it is a demonstration only where this is one."""
    from django.conf import settings
    from django.db import Error, connection

    from tarazy.site import demonstration

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as problem:
        yield f"The database does not answer ({first_line(problem)}). Start it, or give its address in DATABASE_URL."
        return
    if demonstration.behind():
        yield "The database's tables are not up to date. Run `tarazy manage migrate`."
    elif settings.DEMO and not demonstration.is_marked():
        yield "TARAZY_DEMO is set, and this database is no demonstration's: anyone could enter as anyone. Unset it."
    elif not settings.DEMO and demonstration.is_marked():
        yield "The database holds a demonstration's invented data. Give real work one of its own; `tarazy doctor --demo` looks at this one."


def pages() -> Iterator[str]:
    """Whether stylesheets and scripts were gathered for serving."""
    from django.conf import settings

    root = settings.STATIC_ROOT
    if root and not (Path(root) / "staticfiles.json").exists():
        yield "Stylesheets and scripts are not gathered. Run `tarazy manage collectstatic --no-input`."


def catalogues() -> Iterator[str]:
    """Whether the texts are compiled."""
    from tarazy.site import texts

    if texts.stale():
        yield "Catalogues are not compiled. Run `tarazy texts --compile`."


def first_line(problem: Exception) -> str:
    """What a library says went wrong, without its explanations."""
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0].rstrip(".")
