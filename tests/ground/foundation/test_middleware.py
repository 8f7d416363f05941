"""A NUL character is answered with 400 wherever it stands."""

import pytest
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse  # noqa: TID251 (a page of the test)
from django.test import RequestFactory

from tarazy.ground.foundation.middleware import NoNulMiddleware

make = RequestFactory()
answer = NoNulMiddleware(lambda _request: HttpResponse("in"))


def with_cookie(value):
    request = make.get("/")
    request.COOKIES["sessionid"] = value
    return request


@pytest.mark.parametrize(
    "request_",
    [
        make.get("/a%00b/"),
        make.get("/", {"q": "a\x00"}),
        make.get("/", {"a\x00": "q"}),
        make.post("/", {"name": "\x00"}),
        make.post("/", {"\x00": "name"}),
        make.post("/", {"file\x00": SimpleUploadedFile("a.pdf", b"x")}),
        with_cookie("\x00"),
    ],
)
def test_a_nul_character_is_refused(request_):
    with pytest.raises(BadRequest):
        answer(request_)


@pytest.mark.parametrize(
    "request_",
    [
        make.get("/Қызылорда/", {"q": "әғқ \u2028 \ufffd"}),
        make.post("/", {"name": "x", "file": SimpleUploadedFile("a.pdf", b"\x00\x01")}),
        with_cookie("abc"),
    ],
)
def test_everything_else_comes_in_also_files_that_hold_nul(request_):
    assert answer(request_).content == b"in"
