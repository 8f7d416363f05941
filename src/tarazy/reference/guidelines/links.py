"""What carries a paragraph, as links: a page, a group or a standard is named once, however many paragraphs lead to it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html

from tarazy.ground.ui.templatetags.ui import said
from tarazy.reference.guidelines.provisions import levels


@dataclass(frozen=True, slots=True)
class Link:
    """Where it leads and what is written on it, in the reader's language; `is_page` where something is done there."""

    address: str
    name: str
    is_page: bool = False


class Links:
    """Gives the links of one paragraph after the other."""

    def __init__(self):
        self._pages, self._groups, self._standards = _Once(_page), _Once(_group), _Once(_standard)

    def of(self, row):
        """The links of a `Carried`: pages, then groups of provisions, then standards."""
        standards = (self._standards.of(standard.pk, standard) for standard, _count in row.standards)
        groups = (self._groups.of((group.level, group.key), group) for group in row.groups)
        return [*(self._pages.of(page.url_name, page) for page in row.pages), *groups, *standards]


class _Once:
    """Makes a link when it is first asked for."""

    def __init__(self, make):
        self._make, self._made = make, {}

    def of(self, key, thing):
        if key not in self._made:
            self._made[key] = self._make(thing)
        return self._made[key]


def _page(page):
    return Link(reverse(page.url_name), page.name, is_page=True)


def _group(group):
    address = f"{reverse('guidelines:level', args=[group.level])}#{group.key}"
    return Link(address, format_html("{}: {}", said(levels()[group.level].title), said(group.title)))


def _standard(standard):
    name = format_html("{}, {}. {}", said(standard.set.title), standard.number, said(standard.title))
    return Link(standard.get_absolute_url(), name)
