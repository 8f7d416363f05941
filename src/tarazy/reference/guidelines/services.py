"""Putting provisions and paragraphs into the search."""

import hashlib

from django.db import transaction
from django.urls import reverse

from tarazy.ground.foundation.text import Text
from tarazy.reference.guidelines.provisions import LEVELS, PARAGRAPHS, levels, paragraphs
from tarazy.reference.search import services as search
from tarazy.reference.search.queries import sources_of
from tarazy.reference.search.volumes import Found

PREFIX = "guidelines:"


@transaction.atomic
def index():
    """Put what the files say into the search; does nothing where this very content is there. Whether anything was done."""
    source = f"{PREFIX}{_checksum()[:16]}"
    old = sources_of(PREFIX)
    if source in old:
        return False
    search.replace({**dict.fromkeys(old, ()), source: [*_provisions(), *_paragraphs()]})
    return True


def _provisions():
    for level in levels().values():
        page = reverse("guidelines:level", args=[level.key])
        served = () if level.key == "general" else (level.key,)
        for group in level.groups:
            for one in group.provisions:
                yield Found(group.kind, served, group.actor, one.text, group.title, f"{page}#{group.key}", texts=(group.title,))


def _paragraphs():
    page = reverse("guidelines:paragraphs")
    for number, one in paragraphs().items():
        yield Found("paragraph", (), "everyone", one.gist, Text(), f"{page}#p{number}", number=f"¶{number}")


def _checksum():
    files = (*sorted(LEVELS.glob("*.yaml")), PARAGRAPHS)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
