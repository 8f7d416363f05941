"""The provisions of the Guidelines as they come with Tarazy: read from files, the same for everybody, never changed at run time.

One file for each level, `paragraphs.yaml` for the paragraphs. They are read by the same strict reader as packages of standards.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tarazy.ground.foundation.text import Text
from tarazy.reference.standards.package import wrong
from tarazy.reference.standards.strictyaml import PackageInvalid, Problem, read

HERE = Path(__file__).parent
LEVELS = HERE / "levels"
PARAGRAPHS = HERE / "paragraphs.yaml"
LEVEL_ORDER = ("general", "preschool", "secondary", "vocational", "higher", "additional", "teacher", "agency")
LAST_PARAGRAPH = 232
SECOND_73 = "73bis"  # a second ¶73 stands between ¶75 and ¶76

_SPAN = re.compile(r"¶(\d+(?:bis)?)(?:[–-](\d+))?")


@dataclass(frozen=True, slots=True)
class Provision:
    """One statement of the Guidelines in our words, with the paragraph that makes it."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Provisions that belong together: of what kind they are, and who acts."""

    level: str
    key: str
    kind: str
    actor: str
    title: Text
    source: str
    requirements: tuple[str, ...]
    provisions: tuple[Provision, ...]

    @property
    def paragraphs(self):
        """The numbers of the paragraphs that it comes from."""
        return frozenset().union(paragraphs_in(self.source), *(paragraphs_in(one.source) for one in self.provisions))


@dataclass(frozen=True, slots=True)
class Level:
    """What the Guidelines say of one level of education, of accreditation bodies, or of all (`general`)."""

    key: str
    title: Text
    summary: Text
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the Guidelines: what it says in a sentence of ours, and the requirements that come from it."""

    number: str
    gist: Text
    requirements: tuple[str, ...]


@cache
def schema():
    """What a file of this room must look like."""
    return json.loads((HERE / "schema.json").read_text(encoding="utf-8"))


@cache
def levels():
    """Every level by its key, the general part first."""
    return {key: _level(_content(LEVELS / f"{key}.yaml", "level")) for key in LEVEL_ORDER}


@cache
def paragraphs():
    """Every paragraph by its number, in the order of the Guidelines."""
    rows = _content(PARAGRAPHS, "paragraphs")["paragraphs"]
    return {row["number"]: Paragraph(row["number"], Text.of(row["gist"]), tuple(row["requirements"])) for row in rows}


def paragraphs_in(source):
    """The paragraph numbers that a source names: "Guidelines ¶47, ¶49–50" gives {"47", "49", "50"}."""
    found = set()
    for first, last in _SPAN.findall(source):
        found.update([first] if not last else map(str, range(int(first), int(last) + 1)))
    return frozenset(found)


def _content(path, kind):
    """The content of a file; raises `PackageInvalid` with the file's name and lines where it is not what the schema asks."""
    try:
        found = read(path.read_bytes())
        problems = [*found.problems, *wrong(found.content, {**schema(), "$ref": f"#/$defs/{kind}"}, found.line_of)]
    except PackageInvalid as error:
        problems = error.problems
    if problems:
        raise PackageInvalid(Problem(one.line, f"{path.name}: {one.text}") for one in problems)
    return found.content


def _level(content):
    groups = tuple(_group(content["level"], row) for row in content["groups"])
    return Level(content["level"], Text.of(content["title"]), Text.of(content["summary"]), groups)


def _group(level, row):
    asked = row["requirement"]
    provisions = tuple(Provision(Text.of(item["text"]), item.get("source", row["source"])) for item in row["items"])
    requirements = tuple([asked] if isinstance(asked, str) else asked)
    return Group(level, row["key"], row["kind"], row["actor"], Text.of(row["title"]), row["source"], requirements, provisions)
