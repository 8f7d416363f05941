"""A crosswalk file: which standards of different sets have something in common, judged line by line like a package."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from tarazy.reference.standards.package import wrong
from tarazy.reference.standards.strictyaml import PackageInvalid, Problem, read

CROSSWALKS = Path(__file__).parent / "crosswalks"
SCHEMA_PATH = Path(__file__).parent / "crosswalk.schema.json"


@cache
def schema():
    """The published JSON schema of a crosswalk."""
    return json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))


@dataclass(slots=True)
class Beside:
    """What a crosswalk file is judged beside: the standards that there are (any where None), and what the files before it said.

    Of those it has the keys, the pairs, and for each standard those that it is broader than.
    """

    standards: set[str] | None = None
    keys: set[str] = field(default_factory=set)
    pairs: set[frozenset[str]] = field(default_factory=set)
    broader: dict[str, set[str]] = field(default_factory=dict)


def parse_crosswalk(source, beside=None):
    """The content of a crosswalk file; raises `PackageInvalid` with every problem that was found, each with its line.

    What it says is then in `beside`, for the next file.
    """
    found = read(source)
    problems = found.problems + wrong(found.content, schema(), found.line_of)
    if not problems:
        problems = [Problem(found.line_of(path), sentence) for path, sentence in _contradictions(found.content, beside or Beside())]
    if problems:
        raise PackageInvalid(problems)
    return found.content


def _contradictions(content, beside):
    """What the schema cannot see: a day that does not exist, standards that no set has, what stands twice, rings."""
    if _day(content["made_on"]) is None:
        yield ("made_on",), _("“%(day)s” is no day of the calendar.") % {"day": content["made_on"]}
    if content["key"] in beside.keys:
        yield ("key",), _("Another file has the crosswalk “%(key)s” already.") % {"key": content["key"]}
    beside.keys.add(content["key"])
    for place, link in enumerate(content["links"]):
        for name in ("from", "to"):
            if beside.standards is not None and link[name] not in beside.standards:
                yield ("links", place, name), _("“%(place)s” names a standard that no set has.") % {"place": link[name]}
        ends = frozenset((link["from"], link["to"]))
        if len(ends) == 1:
            yield ("links", place), _("%(place)s is compared with itself.") % {"place": link["from"]}
        if ends in beside.pairs:
            said = _("%(from)s and %(to)s are compared a second time here.")
            yield ("links", place), said % {"from": link["from"], "to": link["to"]}
        beside.pairs.add(ends)
    yield from _rings(content["links"], beside.broader)


def _rings(links, broader):
    """Where standards are each broader than the next, round to the first; `broader` is what was said before, and then this too."""
    for place, link in enumerate(links):
        if link["relation"] not in ("broader", "narrower"):
            continue
        upper, lower = (link["from"], link["to"]) if link["relation"] == "broader" else (link["to"], link["from"])
        if upper != lower and _leads(broader, lower, upper):
            said = _("This closes a ring: %(lower)s is already broader than %(upper)s.")
            yield ("links", place), said % {"lower": lower, "upper": upper}
        broader.setdefault(upper, set()).add(lower)


def _leads(broader, start, end):
    """Whether the broader standard `start` leads down to `end`."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        if here not in seen:
            seen.add(here)
            waiting += broader.get(here, ())
    return False


def _day(text):
    try:
        return parse_date(text)
    except ValueError:
        return None
