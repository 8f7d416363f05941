"""A standards package: one set in one version, read from YAML or JSON, judged line by line, written again as it was read."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jsonschema_rs
import orjson
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.standards.layout import content_of, laid_out
from tarazy.reference.standards.strictyaml import MAX_BYTES, PackageInvalid, Problem, read, unwritable

SCHEMA_PATH = Path(__file__).parent / "schema.json"
PACKAGES = Path(__file__).parent / "packages"
KEY_ORDER = ("key", "version", "level", "levels", "owner", "kind", "title", "summary", "source", "complete", "standards")
STANDARD_KEYS = ("number", "title", "source", "requirement", "purpose")
CRITERION_KEYS = ("number", "source", "text", "look_at", "evidence", "questions", "strength", "risk")
SAID = ("title", "summary", "source")
LISTS = ("evidence", "questions", "strength", "risk")
_BREAK = re.compile(r"\r\n?|[\u2028\u2029]")
_AROUND_BREAK = re.compile(r"[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Package:
    """A valid package; `content` has all keys in their order, `levels` always given."""

    content: dict

    @property
    def checksum(self):
        """SHA-256 of the content, however the file was laid out."""
        return hashlib.sha256(orjson.dumps(self.content, option=orjson.OPT_SORT_KEYS)).hexdigest()

    def as_json(self):
        """The package as JSON text."""
        return json.dumps(self.content, ensure_ascii=False, indent=2) + "\n"

    def as_yaml(self):
        """The package as YAML text that reads back to the same content, its checksum in the first line."""
        return f"# sha256: {self.checksum}\n{laid_out(self.content)}"


@cache
def schema():
    """The published JSON schema."""
    return json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))


def parse(source):
    """The `Package` in these bytes; raises `PackageInvalid` with every problem that was found."""
    content = content_of(source) if len(source) <= MAX_BYTES else None
    if content is not None and looks_right(content, schema()) and not any(_contradictions(content)):
        return package_of(content)
    found = read(source)
    try:
        package = judged(found.content, found.line_of)
    except PackageInvalid as error:
        raise PackageInvalid([*found.problems, *error.problems]) from error
    if found.problems:
        raise PackageInvalid(found.problems)
    return package


def judged(content, where):
    """The `Package` with this content; `where(path)` names the line (a number) or the place (words) of what is wrong."""
    problems = wrong(content, schema(), where) or [problem(where(path), said) for path, said in _contradictions(content)]
    if problems:
        raise PackageInvalid(problems)
    return package_of(content)


def wrong(content, wanted, where):
    """The problems of content that is not as the schema `wanted` asks, or has what no text can have."""
    problems = []
    if not looks_right(content, wanted):
        errors = Draft202012Validator(wanted).iter_errors(content)
        problems = [problem(where(error.absolute_path), said) for error in errors for said in sentences(error)]
    return problems + [problem(where(path), said) for path, said in unwritable(content)]


def looks_right(content, wanted):
    """Whether the content is as the schema asks; many times as quick as the validator that can say what is wrong."""
    try:
        return _compiled(json.dumps(wanted)).is_valid(content)
    except ValueError:  # a key that is no text, a number without end
        return False


@cache
def _compiled(wanted):
    return jsonschema_rs.Draft202012Validator(json.loads(wanted))


def problem(where, sentence):
    """A `Problem` in a line, or in a place that is named in words."""
    if isinstance(where, int):
        return Problem(where, sentence)
    return Problem(0, f"{where}: {sentence}")


def order(version):
    """Versions in their order: "2022.10" comes after "2022.9"."""
    return tuple(int(part) for part in version.split("."))


def package_of(content):
    """A package from valid content: keys in their order, `levels` given, lists that are empty and blanks around texts left out."""
    content = {**content, "levels": sorted(content.get("levels") or [content["level"]])}
    content["standards"] = [_ordered_standard(standard) for standard in content["standards"]]
    return Package({key: _told(content[key]) if key in SAID else content[key] for key in KEY_ORDER})


def _ordered_standard(standard):
    ordered = {key: _told(standard[key]) for key in STANDARD_KEYS if key in standard}
    if "criteria" in standard:
        ordered["criteria"] = [
            {key: _told(one[key], in_list=key in LISTS) for key in CRITERION_KEYS if one.get(key)} for one in standard["criteria"]
        ]
    return ordered


def _told(value, *, in_list=False):
    """Texts with their languages in order, wherever they stand: the database keeps the keys of JSON in an order of its own.

    A part of a list is one line, so that a list can be written with a line for each part.
    """
    if isinstance(value, str):
        if value.isprintable():  # neither breaks nor tabs, as nearly all texts
            return value.strip()
        text = _BREAK.sub("\n", value.strip())
        return _AROUND_BREAK.sub(" ", text) if in_list else text
    if isinstance(value, list):
        return [_told(one, in_list=in_list) for one in value]
    if isinstance(value, dict):
        return {key: _told(value[key], in_list=in_list) for key in (LANGUAGES if "kk" in value else ("for", "text")) if key in value}
    return value


def sentences(error):
    """What a schema error means to the person who writes the package."""
    place = ".".join(str(part + 1 if isinstance(part, int) else part) for part in error.absolute_path) or _("the file")
    if error.validator == "required":
        return [_("“%(name)s” is missing in %(place)s.") % {"name": error.message.split("'")[1], "place": place}]
    if error.validator == "additionalProperties":
        extra = sorted(error.instance.keys() - error.schema["properties"].keys())
        return [_("%(place)s has a key that the format does not know: %(name)s.") % {"name": name, "place": place} for name in extra]
    return [_pattern_of(error) % {"place": place}]


def _pattern_of(error):
    """The sentence for a value that is not what the format asks, with a place for where it stands."""
    wanted = error.validator_value
    if error.validator in ("minLength", "minItems") or (error.validator == "pattern" and not str(error.instance).strip()):
        return _("%(place)s is empty.")
    if error.validator in ("maxLength", "maxItems"):
        return _("%(place)s is longer than {most}.").format(most=wanted)
    if error.validator == "enum":
        return _("%(place)s must be one of: {choices}.").format(choices=", ".join(wanted))
    if error.validator == "type":
        return _type_sentences()[wanted]
    return _("%(place)s is not written as the format asks.")


def _type_sentences():
    return {
        "string": _("%(place)s must be a text; put a number in quotation marks."),
        "boolean": _("%(place)s must be true or false."),
        "array": _("%(place)s must be a list."),
        "object": _("%(place)s must have keys and values."),
    }


def _contradictions(content):
    """What the schema cannot see: numbers out of order, levels that differ, criteria that are missing."""
    if content["level"] not in content.get("levels", [content["level"]]):
        yield ("levels",), _("“levels” must name the level “%(level)s” too.") % {"level": content["level"]}
    letter = content["standards"][0]["number"].rstrip("0123456789")
    for place, standard in enumerate(content["standards"]):
        path = ("standards", place)
        wanted = f"{letter}{place + 1}"
        if standard["number"] != wanted:
            yield (
                (*path, "number"),
                _("Here stands number %(found)s; the next standard is %(wanted)s.") % {"found": standard["number"], "wanted": wanted},
            )
        if content["complete"] != ("criteria" in standard):
            sentence = (
                _("A complete set has criteria in every standard.")
                if content["complete"]
                else _("A set with criteria says “complete: true”.")
            )
            yield path, sentence
        yield from _criteria_out_of_order(standard, path)


def _criteria_out_of_order(standard, path):
    for part, criterion in enumerate(standard.get("criteria", ())):
        wanted = f"{standard['number']}.{part + 1}"
        if criterion["number"] != wanted:
            sentence = _("Here stands number %(found)s; the next criterion is %(wanted)s.")
            yield (*path, "criteria", part, "number"), sentence % {"found": criterion["number"], "wanted": wanted}
