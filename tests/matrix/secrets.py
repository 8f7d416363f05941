"""Words that give themselves away: every free text of a case carries a mark that says which text it is.

A mark reads `zq7qz`; whatever page shows it, in whatever part, shows that text. `said` tells which text a mark stands for.
"""

import re
from contextlib import contextmanager
from unittest.mock import patch

from tarazy.site.demo import words

MARK = re.compile(r"zq(\d+)qz")
TEXTS = [name for name in vars(words) if name.isupper()]


class Ledger:
    """Which text each mark stands for, in the order in which they were written."""

    def __init__(self):
        self.texts = []

    def mark(self, label):
        """The mark of this text; the same one whenever it is asked for."""
        if label not in self.texts:
            self.texts.append(label)
        return f"zq{self.texts.index(label)}qz"

    def said(self, page):
        """The texts that this page shows, as a set of their labels."""
        return {self.texts[int(number)] for number in MARK.findall(page) if int(number) < len(self.texts)}


LEDGER = Ledger()


def marked(text, label):
    """`text` with the mark of `label` behind it."""
    return f"{text} {LEDGER.mark(label)}"


class _Telltale(dict):
    """The words of one kind; whichever is taken carries a mark."""

    def __init__(self, texts, label):
        super().__init__(texts)
        self.label = label

    def __getitem__(self, language):
        said = super().__getitem__(language)
        return tuple(marked(one, self.label) for one in said) if isinstance(said, tuple) else marked(said, self.label)


@contextmanager
def telling(place):
    """While a step is taken, all that people write in it is marked "<place>: <kind of text>"."""
    telltales = {name: _Telltale(getattr(words, name), f"{place}: {name.lower()}") for name in TEXTS}
    with patch.multiple(words, **telltales):
        yield
