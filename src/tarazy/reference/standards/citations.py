"""Where a standard, a criterion or a provision comes from, in the reader's language.

Sources are written once in a package, in one form: `Guidelines ¶35, standard 1; ¶40–42`. What is not in this form, as an
agency may write it, is left as it stands.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_PARAGRAPH = r"¶\d+(?:bis)?(?:–\d+)?"
_NUMBER = r"\d+(?:\.\d+)?"


def _listed(one):
    """Such things in a row: `1, 2 and 3`."""
    return rf"{one}(?:, {one})*(?: and {one})?"


# Longer ones stand before those that they begin with; `some` may be several numbers.
_FORMS = [
    (re.compile(pattern), said)
    for pattern, said in (
        (rf"criteria from Guidelines (?P<some>{_listed(_PARAGRAPH)})", gettext_lazy("criteria from Guidelines %(some)s")),
        (rf"Guidelines (?P<some>{_listed(_PARAGRAPH)})", gettext_lazy("Guidelines %(some)s")),
        (rf"(?P<some>{_listed(_PARAGRAPH)})", "%(some)s"),
        (rf"standard (?P<some>{_NUMBER})", gettext_lazy("standard %(some)s")),
        (rf"standards (?P<some>{_NUMBER}–{_NUMBER}|{_listed(_NUMBER)})", gettext_lazy("standards %(some)s")),
        (rf"item (?P<some>{_NUMBER})", gettext_lazy("item %(some)s")),
        (rf"part (?P<some>{_NUMBER})", gettext_lazy("part %(some)s")),
        (rf"direction (?P<some>{_NUMBER})", gettext_lazy("direction %(some)s")),
        (rf"principle (?P<some>{_NUMBER})", gettext_lazy("principle %(some)s")),
        (rf"goal (?P<some>{_NUMBER})", gettext_lazy("goal %(some)s")),
        (rf"indicator (?P<some>{_NUMBER})", gettext_lazy("indicator %(some)s")),
        (rf"stage (?P<some>{_NUMBER})", gettext_lazy("stage %(some)s")),
        (r"(?P<some>ESG 2015)", "%(some)s"),
        (r"(?P<some>IQAA), preschool and secondary accreditation", gettext_lazy("%(some)s, preschool and secondary accreditation")),
        (
            r"Council Recommendation (?P<some>2020/C 417/01), annex II",
            gettext_lazy("Council Recommendation %(some)s, annex II"),
        ),
    )
]
_BETWEEN = re.compile(r"[,;] |$")


def cited(source):
    """A source in the reader's language: in Russian `Руководство ¶35, стандарт 1; ¶40–42`."""
    said, at = "", 0
    while at < len(source):
        found, form = next(((found, form) for pattern, form in _FORMS if (found := pattern.match(source, at))), (None, ""))
        between = _BETWEEN.match(source, found.end()) if found else None
        if between is None:
            return source
        said += form % {"some": _in_a_row(found["some"])} + between.group()
        at = between.end()
    return said


def _in_a_row(some):
    before, is_several, last = some.partition(" and ")
    return _("%(before)s and %(last)s") % {"before": before, "last": last} if is_several else some
