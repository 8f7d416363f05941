"""All style sheets as one file, joined when they are first asked for: layers in separate files, one request, no build."""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers

FOLDER = Path(__file__).parent / "static/ui"
COMPONENTS = ("button", "state", "move", "stages", "tasks", "facts", "table", "field", "notice", "level", "chart", "finding", "list")
PAGES = (
    *("page", "desk", "case", "selfassessment", "panel", "report", "council", "register", "organisation", "visit", "cover"),
    *("standards", "graph", "change", "drafts"),
)
# Within a layer the later rule wins, so the order is written down rather than left to the alphabet.
PARTS = (
    *("tokens", "reset", "base", "layout"),
    *(f"components/{name}" for name in COMPONENTS),
    *(f"pages/{name}" for name in PAGES),
    *("print", "contrast"),
)


@lru_cache(maxsize=1)
def content():
    """The joined style sheets without comments and needless spaces, as bytes."""
    parts = [(FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in PARTS]
    bare = re.sub(r"/\*.*?\*/", "", "\n".join(parts), flags=re.DOTALL)
    tight = re.sub(r"\s*([{};,])\s*|(:) ", r"\1\2", re.sub(r"\s+", " ", bare))
    return tight.replace(";}", "}").strip().encode()


@lru_cache(maxsize=1)
def _packed():
    return gzip.compress(content(), mtime=0)


@lru_cache(maxsize=1)
def address():
    """Where the joined file is; the address changes with the content, so that it may be kept for ever."""
    return reverse("ui:styles", args=[hashlib.sha256(content()).hexdigest()[:12]])


def styles(request, mark):
    """The joined style sheets, compressed where the browser takes it."""
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(_packed() if packed else content(), content_type="text/css; charset=utf-8")
    if packed:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
