"""Looking at pages as each person: what is answered, which texts can be read there, and whether anything was written."""

import io
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from zlib import crc32

import pypdf
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve

from tarazy.ground.people.models import Person
from tests.matrix.secrets import LEDGER

SIGNS = {200: "+", 403: "x", 404: ".", 405: "-", 409: "!", 422: "A"}
KNOWN = frozenset("+AxL.->!")
REFUSED = frozenset("xL.-")
_PDFS: dict[bytes, str] = {}  # what stands in a file, by its bytes


@dataclass
class Look:
    """What the crawl of one moment found."""

    pages: dict = field(default_factory=dict)  # {row: {column: sign}}
    posts: dict = field(default_factory=dict)  # the same for sending an empty form
    texts: dict = field(default_factory=lambda: defaultdict(dict))  # {text: {column: first page that shows it}}
    writes: list = field(default_factory=list)  # (row, column, SQL) where a refusal or a look changed something
    broken: list = field(default_factory=list)  # (row, column, status) of answers that no page may give


def look_around(rows, people, *, turn, sending, outsiders=frozenset()):
    """Every row seen by everybody, and an empty form sent to it where `sending`; what was written is undone.

    The pages of the case are tried by its outsiders in turns, so that each of them tries each page at every fourth moment.
    """
    look = Look()
    for row in rows:
        view = resolve(row.path)
        those = {
            column: who for column, who in people.items() if not row.of_the_case or column not in outsiders or _turn(row, column, turn)
        }
        look.pages[row.name] = {column: _see(look, row, view, column, who) for column, who in those.items()}
        if sending:
            look.posts[row.name] = _send(look, row, view, those, people["nobody"])
    return look


def _turn(row, column, turn):
    return (crc32(f"{row.name} {column}".encode()) + turn) % 4 == 0


def _see(look, row, view, column, who):
    with _watched() as written:
        sign, body = answer_of(view, request_of("get", row.path, who))
        found = _read(body) if sign == "+" else set()
    if written:
        look.writes.append((row.name, column, written[0]))
    if sign not in KNOWN:
        look.broken.append((row.name, column, sign))
    for text in found:
        look.texts[text].setdefault(column, row.name)
    return "A" if row.name.startswith("procedure:step") and b'name="round"' in body else sign


def _send(look, row, view, people, nobody):
    """Nothing where this page takes nothing at all: somebody without an appointment is then told so."""
    if answer_of(view, request_of("post", row.path, nobody))[0] == "-":
        return {}
    signs = {}
    for column, who in people.items():
        with _undone(), _watched() as written:
            sign, _body = answer_of(view, request_of("post", row.path, who))
        signs[column] = sign
        if sign in REFUSED and written:
            look.writes.append((f"POST {row.name}", column, written[0]))
        if sign not in KNOWN:
            look.broken.append((f"POST {row.name}", column, sign))
    return signs


def request_of(method, path, who):
    """What the view is given when this person asks: everything that the middleware would have found out."""
    request = getattr(RequestFactory(), method)(path)
    request.user = AnonymousUser() if who is None else who if isinstance(who, Person) else who.person
    request.acting = None if who is None or isinstance(who, Person) else who
    request.session, request.htmx, request.LANGUAGE_CODE = {}, False, "ru"
    request._messages = FallbackStorage(request)
    return request


def answer_of(view, request):
    """One sign for an answer, and its body: + page, > elsewhere, L sign in, x 403, . 404, - no such method, A taken up."""
    try:
        response = view.func(request, *view.args, **view.kwargs)
    except Http404:
        return ".", b""
    except PermissionDenied:
        return "x", b""
    except Exception as error:  # noqa: BLE001 (whatever it is, the table shall show it and the others be seen)
        return f"E {type(error).__name__}: {error}"[:200], b""
    if hasattr(response, "render"):
        response.render()
    if response.status_code in (301, 302):
        return ("L" if response.url.startswith("/accounts/") else ">"), b""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    for close in response._resource_closers:  # its files; `response.close()` would end the connection to the database too
        close()
    return SIGNS.get(response.status_code, str(response.status_code)), body


def _read(body):
    if body[:5] != b"%PDF-":
        return LEDGER.said(body.decode("utf-8", "replace"))
    if body not in _PDFS:
        _PDFS[body] = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
    return LEDGER.said(_PDFS[body])


@contextmanager
def _watched():
    """The statements that write, as they are sent to the database."""
    written = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written


@contextmanager
def _undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
