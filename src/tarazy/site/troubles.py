"""Troubles of the machine or of its settings, told in a sentence instead of a traceback; `TARAZY_DEBUG=1` shows both."""

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from environs import EnvError
from psycopg import Error, errors

from tarazy.site.commands import CommandError
from tarazy.site.postgres import PostgresError


def told(problem: Exception) -> str:
    """The sentence for a trouble a person can do something about; empty for a fault of the program."""
    first = (str(problem).strip().splitlines() or [type(problem).__name__])[0].rstrip(".")
    if isinstance(problem, (CommandError, PostgresError)):
        return str(problem)
    if isinstance(problem, (EnvError, ImproperlyConfigured)):
        return f"A setting is not right: {first}."
    cause = problem.__cause__ if isinstance(problem, DatabaseError) else problem
    if isinstance(cause, (errors.OperationalError, errors.InsufficientPrivilege)):
        return f"The database says: {first}. Is the server of DATABASE_URL there, and may its account do this?"
    if isinstance(cause, Error) and type(cause) is errors.ProgrammingError:
        return f"DATABASE_URL is not right: {first}."
    if isinstance(problem, OSError) and problem.strerror:
        place = f" ({problem.filename})" if problem.filename else ""
        return f"{problem.strerror}{place}. Tarazy keeps its data in the folder of TARAZY_DATA, which must be writable and have room."
    return ""
