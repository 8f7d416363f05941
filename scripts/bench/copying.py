"""Rows into tables by COPY, in the shape that the models give them; and all of them out again."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import JSONField, Model


def copy(model: type[Model], names: str, rows: Iterable[Sequence[Any]]) -> None:
    """Fill the model's own table; `names` are the columns that the rows give, every other one gets its default."""
    given = names.split()
    fields = [model._meta.get_field(name) for name in given]
    others = [
        field
        for field in model._meta.local_concrete_fields
        if field not in fields and not field.primary_key and not field.generated and (field.has_default() or not field.null)
    ]
    constants = tuple(_default(field) for field in others)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in [*fields, *others])
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as stream:
        for row in rows:
            stream.write_row((*row, *constants))


def pairs(through: type[Model], rows: Iterable[tuple[int, int]]) -> None:
    """Fill the table between two models."""
    left, right = [field.name for field in through._meta.local_concrete_fields if not field.primary_key]
    copy(through, f"{left} {right}", rows)


def said(value: Any) -> str:
    """`value` as JSON, for a row."""
    return json.dumps(value, ensure_ascii=False)


def count_on(models: Iterable[type[Model]]) -> None:
    """Let the tables' own numbering go on after the numbers that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def emptied(models: Iterable[type[Model]]) -> None:
    """Take everything out of the tables of these models, and out of those that lean on them."""
    names = ", ".join(model._meta.db_table for model in models)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")


def _default(field: Any) -> Any:
    value = field.get_default()
    return said(value) if isinstance(field, JSONField) else value
