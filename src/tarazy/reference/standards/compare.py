"""The difference between two versions of a set: which criteria came, went, moved, and which words changed in the others.

Criteria are paired by their own words first (a criterion that only moved is not a new one), then by their number, then by
how much of their words they share.

Where a text comes from is told as well, but it asks nothing else of an institution: a criterion of which only the source
changed is of the kind `source`, not `changed`.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils import translation

from tarazy.ground.foundation.text import LANGUAGES, Text
from tarazy.reference.standards.names import ASKED_NAMES

FIELDS = ("title", "summary", "purpose", "text", "look_at", "evidence", "questions", "strength", "risk", "source")
KINDS = ("added", "removed", "changed", "moved", "source", "same")
ASKS_NOTHING_NEW = ("source", "same")  # what an institution has not to look at again
_ALIKE = 0.6  # the share of words from which two texts count as one that was changed


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row: `kept`, `removed` or `added`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a standard or criterion: for each language in which it differs, the runs of words."""

    name: str
    languages: dict[str, list[Run]]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one standard or criterion: `added`, `removed`, `changed`, `moved`, `source` or `same`; `before`, `after` are dicts."""

    kind: str
    before: dict | None
    after: dict | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def content(self):
        """What is there now, or was there last."""
        return self.after or self.before

    @property
    def text(self):
        """Its title or text, as a `Text`."""
        return Text.of(self.content["title"] if "title" in self.content else self.content["text"])


@dataclass(frozen=True, slots=True)
class StandardChange:
    """A standard's own change and those of its criteria, in the order of the newer version."""

    own: Change
    criteria: tuple[Change, ...]

    @property
    def differs(self):
        """Whether anything of it is not as it was."""
        return any(one.kind != "same" for one in (self.own, *self.criteria))


def of_set(before, after):
    """What became of the set's own title, summary and source, from one package's content to another's."""
    return _change(*({name: content.get(name) for name in ("title", "summary", "source")} for content in (before, after)))


def difference(before, after):
    """The `StandardChange`s from one package's content to another's."""
    pairs = _paired(before["standards"], after["standards"], "title")
    return [_standard_change(old, new) for old, new in pairs]


def changed_numbers(changes):
    """The numbers that criteria had before and that are now changed or gone: what a living self-assessment has to look at."""
    every = [one for standard in changes for one in standard.criteria]
    return [one.before["number"] for one in every if one.before and one.kind in ("changed", "removed")]


def counted(changes):
    """How many criteria are added, removed, changed, moved, of another source, same."""
    counts = dict.fromkeys(KINDS, 0)
    for standard in changes:
        for one in standard.criteria:
            counts[one.kind] += 1
    return counts


def words_changed(before, after):
    """The runs of words that lead from one text to the other."""
    old, new = before.split(), after.split()
    runs = []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(Run("kept", " ".join(old[a:b])))
            continue
        if b > a:
            runs.append(Run("removed", " ".join(old[a:b])))
        if d > c:
            runs.append(Run("added", " ".join(new[c:d])))
    return runs


def _standard_change(old, new):
    criteria = _paired((old or {}).get("criteria", ()), (new or {}).get("criteria", ()), "text")
    return StandardChange(_change(old, new), tuple(_change(*pair) for pair in criteria))


def _change(old, new):
    if old is None or new is None:
        return Change("added" if old is None else "removed", old, new)
    fields = tuple(found for name in FIELDS if (found := _field_change(name, old.get(name), new.get(name))))
    if any(one.name != "source" for one in fields):
        return Change("changed", old, new, fields)
    if old.get("number") != new.get("number"):
        return Change("moved", old, new, fields)
    return Change("source" if fields else "same", old, new, fields)


def _field_change(name, old, new):
    if old == new:
        return None
    languages = {}
    for code in LANGUAGES:
        before, after = _said(old, code), _said(new, code)
        if before != after:
            languages[code] = words_changed(before, after)
    return FieldChange(name, languages) if languages else None


def _said(value, code):
    """A field's words in one language; the parts of a list one after another, before a question who is asked."""
    if isinstance(value, list):
        with translation.override(code):
            return " · ".join(
                f"{ASKED_NAMES[one['for']]}: {_said(one['text'], code)}" if "for" in one else _said(one, code) for one in value
            )
    return value if isinstance(value, str) else (value or {}).get(code, "")


def _paired(old, new, text):
    """`(before, after)` in the order of the newer version, each removed one behind the one that it stood behind."""
    partner = _partners(list(old), list(new), text)
    taken = set(partner.values())
    pairs = [(old[partner[place]] if place in partner else None, one) for place, one in enumerate(new)]
    for place, one in enumerate(old):
        if place not in taken:
            before = next((at for at, (was, _now) in enumerate(pairs) if was is not None and place and was is old[place - 1]), None)
            pairs.insert(0 if not place else len(pairs) if before is None else before + 1, (one, None))
    return pairs


def _partners(old, new, text):
    """For each place in `new` the place in `old` that it comes from."""
    partner: dict[int, int] = {}
    free = set(range(len(old)))
    for same in (_same_words, _same_number_and_alike, _alike):
        for place, one in enumerate(new):
            if place in partner:
                continue
            found = next((at for at in sorted(free) if same(old[at], one, text)), None)
            if found is not None:
                partner[place] = found
                free.discard(found)
    return partner


def _same_words(old, new, text):
    return old[text] == new[text]


def _same_number_and_alike(old, new, text):
    return old["number"] == new["number"] and _share(old[text], new[text]) >= _ALIKE / 2


def _alike(old, new, text):
    return _share(old[text], new[text]) >= _ALIKE


def _share(old, new):
    """How much of their words two texts share, in the language in which they share most; from 0 to 1."""
    shares = []
    for code in LANGUAGES:
        one, other = set(old.get(code, "").lower().split()), set(new.get(code, "").lower().split())
        shares.append(len(one & other) / max(len(one | other), 1))
    return max(shares)
