"""The shapes and words of states: what a reader sees before they read."""

import re
from pathlib import Path

from django.utils.translation import gettext

SPRITE = (Path(__file__).parent / "static/ui/sprite.svg").read_text(encoding="utf-8")
SYMBOLS = tuple(re.findall(r'id="i-(\w+)"', SPRITE))

LANGUAGE_MARKS = {"kk": "қаз", "ru": "рус", "en": "eng"}

# State of a step, or kind of a badge or notice → symbol of the sprite.
ICONS = {
    "done": "done", "mine": "mine", "theirs": "theirs", "later": "later", "skipped": "skipped", "again": "again",
    "late": "late", "stop": "stop", "lock": "lock", "good": "done", "warn": "late", "info": "note",
}  # fmt: skip
TONES = {
    "done": "good", "good": "good", "mine": "mine", "later": "later", "skipped": "later", "again": "warn", "late": "warn",
    "warn": "warn", "stop": "stop",
}  # fmt: skip


def words():
    """Each state in a word."""
    return {
        "done": gettext("done"),
        "mine": gettext("your move"),
        "theirs": gettext("someone else’s move"),
        "later": gettext("not open yet"),
        "skipped": gettext("skipped"),
        "again": gettext("returned"),
        "late": gettext("late"),
        "stop": gettext("refused"),
        "lock": gettext("sealed"),
    }


def language_note(language):
    """What is said to a reader who is given a text in a language that is not theirs."""
    return {"kk": gettext("in Kazakh"), "ru": gettext("in Russian"), "en": gettext("in English")}[language]
