"""A crosswalk file: which standards of different sets have something in common, judged line by line like a package."""

import json
from functools import cache
from pathlib import Path

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

from tarazy.reference.standards.package import PackageInvalid, sentences
from tarazy.reference.standards.strictyaml import Problem, Unreadable, read, unwritable, unwritable_sentence

SCHEMA_PATH = Path(__file__).parent / "crosswalk.schema.json"


@cache
def schema():
    """The published JSON schema of a crosswalk."""
    return json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))


def parse_crosswalk(source):
    """The content of a crosswalk file; raises `PackageInvalid` with every problem that was found, each with its line."""
    try:
        found = read(source)
    except Unreadable as error:
        raise PackageInvalid([error.problem]) from error
    problems = list(found.problems)
    for error in Draft202012Validator(schema()).iter_errors(found.content):
        problems += [Problem(found.line_of(error.absolute_path), sentence) for sentence in sentences(error)]
    problems += [Problem(found.line_of(path), unwritable_sentence()) for path in unwritable(found.content)]
    if not problems:
        problems = [Problem(found.line_of(path), sentence) for path, sentence in _contradictions(found.content)]
    if problems:
        raise PackageInvalid(problems)
    return found.content


def _contradictions(content):
    """What the schema cannot see: a day that does not exist, a pair that stands twice, standards each broader than the next in a ring."""
    if _day(content["made_on"]) is None:
        yield ("made_on",), _("“%(day)s” is no day of the calendar.") % {"day": content["made_on"]}
    pairs: set[frozenset[str]] = set()
    broader: dict[str, set[str]] = {}
    for place, link in enumerate(content["links"]):
        path, ends = ("links", place), (link["from"], link["to"])
        if link["from"] == link["to"]:
            yield path, _("%(place)s is compared with itself.") % {"place": link["from"]}
        if frozenset(ends) in pairs:
            yield path, _("%(from)s and %(to)s are compared a second time here.") % {"from": ends[0], "to": ends[1]}
        pairs.add(frozenset(ends))
        upper, lower = ends if link["relation"] == "broader" else reversed(ends)
        if link["relation"] in ("broader", "narrower"):
            if _leads(broader, lower, upper):
                yield path, _("This closes a ring: %(lower)s is already broader than %(upper)s.") % {"lower": lower, "upper": upper}
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
