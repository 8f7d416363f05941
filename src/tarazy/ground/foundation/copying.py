"""Many rows into a table by COPY, several times as quick as inserting them."""

from contextlib import contextmanager

import orjson
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import JSONField

from tarazy.ground.foundation.text import Text

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_ESCAPED_IN_ARRAY = str.maketrans({"\\": r"\\", '"': r"\""})


def copy_rows(model, names, rows):
    """Write rows into the table of a model; `names` are its fields in the order in which each row gives their values.

    What is not named has the database's own default or is empty. The value of a JSON field is a `Text` or anything that can
    be written as JSON. Nothing else of the model happens: no signal, no `save`, no key that comes back.
    """
    written = [_as_json if isinstance(field, JSONField) else None for field in _fields(model, names)]
    with _copying(model, names) as copy:
        for row in rows:
            copy.write_row([write(value).decode() if write else value for write, value in zip(written, row, strict=True)])


def lines_of(model, names, rows):
    """Rows as `copy_lines` takes them, made without a connection: by another process, or before all of a row is known.

    Values are texts, whole numbers, lists of texts, and what JSON fields take.
    """
    written = [_as_line(field) for field in _fields(model, names)]
    return [b"\t".join([write(value) for write, value in zip(written, row, strict=True)]) + b"\n" for row in rows]


def copy_lines(model, names, lines):
    """Write the rows that `lines_of` made; what was missing stands before each line, with a tab behind it."""
    with _copying(model, names) as copy:
        copy.write(b"".join(lines))


def new_keys(model, number):
    """So many keys for new rows of a model, in order: for rows that others of the same COPY refer to."""
    with connection.cursor() as cursor:
        sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
        return [key for (key,) in cursor.execute(sequence, [model._meta.db_table, number]).fetchall()]  # noqa: SLF001 (as below)


def _fields(model, names):
    return [model._meta.get_field(name) for name in names]  # noqa: SLF001 (Django's documented way)


@contextmanager
def _copying(model, names):
    columns = ", ".join(connection.ops.quote_name(field.column) for field in _fields(model, names))
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:  # noqa: SLF001
        yield copy


def _as_line(field):
    if isinstance(field, JSONField):
        return lambda value: _as_json(value).replace(b"\\", rb"\\")  # breaks and tabs are escaped in JSON
    return _array if isinstance(field, ArrayField) else _plain


def _plain(value):
    return str(value).translate(_ESCAPED).encode()


def _array(values):
    return _plain("{" + ",".join(f'"{value.translate(_ESCAPED_IN_ARRAY)}"' for value in values) + "}")


def _as_json(value):
    return orjson.dumps(value.as_dict() if isinstance(value, Text) else value)
