"""The demonstration's database: made ready step by step, each step skipped when nothing is left of it to do.

A filled database carries a mark (the comment of the database itself), written in the transaction that fills it: it is
filled wholly or not at all, and nothing without the mark is ever emptied.
"""

from collections.abc import Callable
from io import StringIO

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from tarazy.site import texts
from tarazy.site.commands import CommandError

MARK = "Tarazy: demonstration"


def prepare(*, say: Callable[[str], None]) -> None:
    """Bring tables, texts, the standards library and the demonstration data to where the code stands."""
    if not is_marked() and _is_inhabited():
        message = (
            "There are people in the database of DATABASE_URL, and it is not a demonstration. Give the demonstration a database of its own."
        )
        raise CommandError(message)
    if texts.compile_stale():
        say("Translations compiled.")
    if behind():
        say("Preparing the database …")
        call_command("migrate", verbosity=0)
    if not is_marked():
        say("Filling it with demonstration data …")
        with transaction.atomic():
            call_command("demo_data", verbosity=0, stdout=StringIO())
            _mark()
    else:
        for name in ("load_standards", "load_crosswalks", "load_guidelines"):
            call_command(name, verbosity=0, stdout=StringIO())


def empty() -> None:
    """Empty a demonstration's database on a server of one's own; any other database is refused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        if cursor.fetchone()[0] and not is_marked():
            message = "The database in DATABASE_URL is not a demonstration, so it is not emptied."
            raise CommandError(message)
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        cursor.execute(_comment(""))


def behind() -> bool:
    """Whether a migration is missing."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_marked() -> bool:
    """Whether the database was filled as a demonstration."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()",
        )
        return cursor.fetchone()[0] == MARK


def _is_inhabited() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('people_person') IS NOT NULL")
        return cursor.fetchone()[0] and get_user_model().objects.exists()


def _mark() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_comment(MARK))


def _comment(text: str) -> str:
    return f"COMMENT ON DATABASE {connection.ops.quote_name(connection.settings_dict['NAME'])} IS '{text}'"
