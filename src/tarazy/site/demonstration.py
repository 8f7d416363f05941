"""The demonstration's database: made ready step by step, each step skipped when nothing is left of it to do.

A filled database carries a mark (the comment of the database itself), written in the transaction that fills it: it is
filled wholly or not at all, and nothing without the mark is ever emptied.
"""

from collections.abc import Callable

from django.core.management import call_command, get_commands
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from tarazy.site import texts
from tarazy.site.commands import CommandError

MARK = "Tarazy: demonstration"


def prepare(*, say: Callable[[str], None]) -> None:
    """Bring tables, texts, the standards library and the demonstration data to where the code stands."""
    if texts.compile_stale():
        say("Translations compiled.")
    if behind():
        say("Preparing the database …")
        call_command("migrate", verbosity=0)
    commands = get_commands()
    if not _marked():
        say("Filling it with demonstration data …")
        with transaction.atomic():
            for name in ("load_standards", "demo_data"):
                if name in commands:
                    call_command(name, verbosity=0)
            _mark()
    elif "load_standards" in commands:
        call_command("load_standards", verbosity=0)


def empty() -> None:
    """Empty a demonstration's database on a server of one's own; any other database is refused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        if cursor.fetchone()[0] and not _marked():
            message = "The database in DATABASE_URL is not a demonstration, so it is not emptied."
            raise CommandError(message)
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        cursor.execute(_comment(""))


def behind() -> bool:
    """Whether a migration is missing."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _marked() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()",
        )
        return cursor.fetchone()[0] == MARK


def _mark() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_comment(MARK))


def _comment(text: str) -> str:
    return f"COMMENT ON DATABASE {connection.ops.quote_name(connection.settings_dict['NAME'])} IS '{text}'"
