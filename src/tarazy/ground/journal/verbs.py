"""What the journal's verbs say: each verb is a whole sentence that its own room registers when Django is ready.

A sentence takes `%(who)s`, the keys of the entry's `after`, and whatever `explain` adds from a room above: the journal
lies under all of them and knows neither their steps nor their roles.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.text import LANGUAGES, Text

type Sentence = Any  # a (lazy) string, or a function from the context to one
type Explanation = Callable[[Any], Mapping[str, Any]]

EVERY_VERB = "*"
# Who acts where no person does: a limit that ran out, a duty that became due.
NOBODY = "Tarazy"

_sentences: dict[str, Sentence] = {}
_explanations: dict[str, list[Explanation]] = {}


def register(sentences: Mapping[str, Sentence]) -> None:
    """Make verbs known: `{"reviews.challenged": _("%(who)s challenged %(expert)s.")}`."""
    _sentences.update(sentences)


def explain(verb: str, function: Explanation) -> None:
    """Let `function(entry)` give the sentences of `verb` (or of `EVERY_VERB`) more words; it must not query."""
    known = _explanations.setdefault(verb, [])
    if function not in known:
        known.append(function)


def registered() -> frozenset[str]:
    """Every verb that has a sentence."""
    return frozenset(_sentences)


def sentence(entry: Any) -> str:
    """What happened, in the active language, as plain text; a verb without a sentence shows itself."""
    words = _context(entry)
    pattern = _sentences.get(entry.verb, _("%(who)s: %(verb)s"))
    if callable(pattern):
        pattern = pattern(words)
    return str(pattern) % words


def step_sentence(words: Mapping[str, Any]) -> Sentence:
    """A step of a plan was taken: with its outcome, where the plan gives the outcome a name."""
    if words["outcome"]:
        return _("%(who)s: “%(step)s” – %(outcome)s")
    return _("%(who)s: “%(step)s”")


class _Words(dict[str, Any]):
    """A word that an old entry does not have leaves a dash rather than an error."""

    def __missing__(self, key: str) -> str:
        return "–"


def _context(entry: Any) -> _Words:
    words = _Words({key: _said(value) for key, value in entry.after.items()})
    words |= {"who": entry.who.get("name") or NOBODY, "verb": entry.verb, "body": _said(entry.who.get("body") or "")}
    for verb in (EVERY_VERB, entry.verb):
        for function in _explanations.get(verb, ()):
            words |= function(entry)
    return words


def _said(value: Any) -> Any:
    """A stored text in three languages as the reader reads it; anything else as it is."""
    return str(Text.of(value)) if isinstance(value, dict) and set(value) == set(LANGUAGES) else value
