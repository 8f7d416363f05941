"""The bench's own databases: beside the tests' ones, kept as long as the code that fills them stays the same.

One has the cases of a whole country, the other a library of standards and nothing else: its loading is measured, so it is
emptied before.
"""

import hashlib
import os
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection

NAME, LIBRARY = "tarazy_bench", "tarazy_bench_library"
TABLES = "src/tarazy/**/migrations/*.py"
SOURCES = {NAME: ("scripts/bench/*.py", TABLES, "src/tarazy/reference/standards/packages/*.yaml"), LIBRARY: (TABLES,)}


def mark(project: Path, name: str = NAME) -> str:
    """What the data of a database depends on, as one word: tables, standards, and the scripts that fill them."""
    found = hashlib.sha256()
    for pattern in SOURCES[name]:
        for path in sorted(project.glob(pattern)):
            if path.stem not in {"report", "measures", "pages", "__main__"}:
                found.update(path.read_bytes())
    return f"Tarazy bench {found.hexdigest()[:16]}"


def ready(project: Path, name: str = NAME, *, fresh: bool) -> bool:
    """Make the database exist and speak to it from now on; whether it is filled already with what the code would fill it with."""
    wanted = mark(project, name)
    connection.close()
    connection.settings_dict["NAME"] = name
    with psycopg.connect(**_elsewhere(), autocommit=True) as link:
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        row = link.execute(query, [name]).fetchone()
        if row and row[0] == wanted and not fresh:
            return True
        link.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        link.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    call_command("migrate", verbosity=0)
    return False


def filled(project: Path, name: str = NAME) -> None:
    """Write down that everything is there, and let the planner look at it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(f"COMMENT ON DATABASE {name} IS '{mark(project, name)}'")


def prepare_settings() -> None:
    """Settings as on a server: no debugging, the bench's database. To be called before anything of Django is loaded."""
    os.environ["TARAZY_TESTING"] = "1"  # the tests' own server, and no mail leaves the machine
    os.environ.pop("TARAZY_DEBUG", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tarazy.site.settings"
    settings.DATABASES["default"]["NAME"] = NAME


def measure_as_on_a_server() -> None:
    """No clock that can be moved: its place in the database is not asked for."""
    settings.TESTING = settings.DEMO = False


def _elsewhere() -> dict[str, str]:
    entry = settings.DATABASES["default"]
    known = {"host": entry["HOST"], "port": entry["PORT"], "user": entry["USER"], "password": entry["PASSWORD"]}
    return {"dbname": "postgres", **{name: value for name, value in known.items() if value}}
