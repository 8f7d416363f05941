"""200 packages of 10 standards with 10 criteria each, mixed from the words of the packages that come with Tarazy.

A text is the beginning of one real text and the end of another of the same kind, so that lengths are real and words are as
frequent as they really are. Every fourth criterion also has a name that hardly another one has: without rare words every
search would find much.
"""

from functools import cache
from itertools import chain
from random import Random

import yaml

from scripts.bench.words import BEGINNINGS, ENDINGS, in_latin, in_russian
from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.standards.layout import laid_out
from tarazy.reference.standards.package import PACKAGES

SETS, STANDARDS, CRITERIA = 200, 10, 10
EVIDENCE, QUESTIONS = 3, 2
NAMED = 4  # every so many criteria one has a name
LEVELS = ("preschool", "secondary", "vocational", "higher", "additional")
KINDS = ("internal", "directions", "internal", "external")
ASKED = ("head", "managers", "teachers", "students", "parents", "employers", "experts", "staff")
OWNER = "bench"
FIRST, SECOND = "2026.1", "2026.2"
_LISTS = ("evidence", "strength", "risk")


def key_of(number):
    """The key of the set with this number, from 1."""
    return f"bench_{number:03d}"


def write_packages(folder):
    """Write all packages into the folder, and the second version of the first one as `second.yaml` beside it."""
    for number in range(1, SETS + 1):
        (folder / f"{key_of(number)}.yaml").write_text(laid_out(package(number)), encoding="utf-8")


def package(number):
    """The content of one package; the same number gives the same content."""
    chance = Random(number)  # noqa: S311 (nothing is secret here)
    level = LEVELS[number % len(LEVELS)]
    head = {"key": key_of(number), "version": FIRST, "level": level, "owner": OWNER, "kind": KINDS[number % len(KINDS)]}
    head |= {"title": _mixed("title", chance), "summary": _mixed("purpose", chance), "source": "bench", "complete": True}
    return head | {"standards": [_standard(place, chance) for place in range(1, STANDARDS + 1)]}


def revised(content):
    """The next version, as a revision is: every other criterion says something else, two are gone, three are new."""
    chance = Random(0)  # noqa: S311 (as above)
    for standard in content["standards"]:
        for criterion in standard["criteria"][::2]:
            field = chance.choice(["text", "look_at"])
            criterion[field] = {code: f"{words} {words.split()[0]}" for code, words in criterion[field].items()}
            criterion["evidence"][0] = _mixed("evidence", chance)
    first, second, third = (standard["criteria"] for standard in content["standards"][:3])
    del first[3], second[5]
    third += [_criterion("", chance) for _new in range(3)]
    for standard in content["standards"]:
        for place, criterion in enumerate(standard["criteria"], start=1):
            criterion["number"] = f"{standard['number']}.{place}"
    return {**content, "version": SECOND}


def _standard(place, chance):
    said = {"number": str(place), "title": _mixed("title", chance), "source": f"bench, {place}", "purpose": _mixed("purpose", chance)}
    return said | {"criteria": [_criterion(f"{place}.{part}", chance) for part in range(1, CRITERIA + 1)]}


def _criterion(number, chance):
    said = {"number": number, "source": "bench", "text": _mixed("text", chance), "look_at": _mixed("look_at", chance)}
    said["evidence"] = [_mixed("evidence", chance) for _one in range(EVIDENCE)]
    said["questions"] = [{"for": chance.choice(ASKED), "text": _mixed("questions", chance)} for _one in range(QUESTIONS)]
    said |= {"strength": [_mixed("strength", chance)], "risk": [_mixed("risk", chance)]}
    if chance.randrange(NAMED) == 0:
        said["evidence"][-1] = _with_name(said["evidence"][-1], chance)
    return said


def _mixed(kind, chance):
    one, other = chance.choices(_texts()[kind], k=2)
    return {code: _joined(one[code].split(), other[code].split()) for code in LANGUAGES}


def _joined(one, other):
    return " ".join([*one[: (len(one) + 1) // 2], *other[len(other) // 2 :]])


def _with_name(text, chance):
    name = chance.choice(BEGINNINGS) + chance.choice(ENDINGS) + chance.choice(ENDINGS)
    named = {"kk": name, "ru": in_russian(name), "en": in_latin(name)}
    return {code: f"{words} – {named[code]}" for code, words in text.items()}


@cache
def _texts():
    """The real texts by their kind."""
    sets = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in sorted(PACKAGES.glob("*.yaml"))]
    standards = list(chain.from_iterable(one["standards"] for one in sets if one["complete"]))
    criteria = list(chain.from_iterable(one["criteria"] for one in standards))
    found = {kind: [one[kind] for one in standards] for kind in ("title", "purpose")}
    found |= {kind: [one[kind] for one in criteria if kind in one] for kind in ("text", "look_at")}
    found |= {kind: [text for one in criteria for text in one.get(kind, ())] for kind in _LISTS}
    return found | {"questions": [asked["text"] for one in criteria for asked in one.get("questions", ())]}
