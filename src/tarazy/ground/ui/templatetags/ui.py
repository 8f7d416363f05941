"""What every template may use without loading it: texts, dates, icons, addresses, figures of components."""

from types import SimpleNamespace

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext

from tarazy.ground.foundation.text import LANGUAGES, Text, reader_language
from tarazy.ground.ui import bundle, dates, forms, signs

register = template.Library()

for name in ("day", "weekday_day", "due_day", "month_day", "near_day", "day_span", "month", "moment"):
    register.filter(name, getattr(dates, name))


@register.filter
def said(value):
    """A `Text` in the reader's language. One that exists only in another language carries its `lang` and a visible mark."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = Text.of(value)
    if not isinstance(value, Text):
        return value
    reader = reader_language()
    words, language = value.said_in(reader)
    if language == reader or not words:
        return conditional_escape(words)
    return format_html(
        '<span lang="{}" class="other-language">{}</span><small class="language-mark"><span aria-hidden="true">{}</span>'
        '<span class="hidden-text"> ({})</span></small>',
        language,
        words,
        signs.LANGUAGE_MARKS[language],
        signs.language_note(language),
    )


@register.filter
def written_in(words, language):
    """What somebody wrote in this language alone: with its `lang` and a mark where that is not the reader's."""
    return said(Text(**{language: words})) if words and language in LANGUAGES else words


@register.simple_tag
def icon(name, css=""):
    """One symbol of the sprite, hidden from screen readers: a word must stand beside it."""
    return format_html('<svg class="icon{}" aria-hidden="true"><use href="#i-{}"/></svg>', f" {css}" if css else "", name)


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """The current query string with `changes`; a change to None or "" removes the name."""
    request = context.get("request")
    pairs = [(key, value) for key, values in (request.GET.lists() if request else ()) if key not in changes for value in values]
    pairs += [(key, value) for key, value in changes.items() if value not in (None, "")]
    return f"?{urlencode(pairs)}" if pairs else "?"


@register.simple_tag(takes_context=True)
def theme(context):
    """The theme that the reader chose against the system: `light`, `dark` or `auto`."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme") if request else None
    return chosen if chosen in ("light", "dark") else "auto"


@register.simple_tag
def styles():
    """The address of all style sheets in one file; it changes with their content."""
    return bundle.address()


@register.filter
def initials(name):
    """`Айгерим Сейтова` → `АС`, for the round badge of a person."""
    return "".join(word[0] for word in str(name).split()[:2]).upper()


@register.filter
def sign(state):
    """The icon of a state of a step or of a kind of badge."""
    return signs.ICONS.get(str(state), "later")


@register.filter
def tone(state):
    """The class that colours a state: mine, good, warn, stop, later or nothing."""
    return signs.TONES.get(str(state), "")


@register.filter
def state_word(state):
    """The state in a word, for a reader who does not see its shape."""
    return signs.words().get(str(state), "")


@register.filter
def days_left(count):
    """How many working days remain after today, in words; a negative count is how late it is."""
    if count is None:
        return ""
    if count < 0:
        return ngettext("%(n)s working day late", "%(n)s working days late", -count) % {"n": -count}
    if count == 0:
        return gettext("today is the last day")
    return ngettext("%(n)s working day left", "%(n)s working days left", count) % {"n": count}


@register.simple_tag
def day_cells(used, left):
    """Cells of a term: `used` days gone, today, `left` days after it; no cell for today once the term is over."""
    kinds = ["gone"] * int(used or 0) + (["today"] + [""] * int(left) if left is not None and int(left) >= 0 else [])
    return SimpleNamespace(width=12 * len(kinds) or 12, cells=[{"kind": kind, "x": f"{12 * i + 0.5}"} for i, kind in enumerate(kinds)])


@register.simple_tag
def level_cells(level, total):
    """Blocks of a judgement, `level` of `total` filled; the two lowest of a scale of four or more are coloured."""
    level, total = int(level or 0), int(total or 4)
    tone = str(level) if level == 1 or (level == 2 and total > 3) else "top"  # noqa: PLR2004 (the scale's own places)
    cells = [{"on": i < level, "x": f"{11 * i + 0.5}"} for i in range(total)]
    return SimpleNamespace(width=11 * total, tone=tone, cells=cells)


@register.simple_tag
def folded(steps):
    """Steps in two parts: those that fold on a phone (the finished ones at the beginning, or all where none is open yet), and the rest."""
    steps = list(steps or ())
    if len(steps) > 1 and all(_of(step, "state") == "later" for step in steps):
        label = ngettext("%(n)s step ahead", "%(n)s steps ahead", len(steps)) % {"n": len(steps)}
        return SimpleNamespace(folded=steps, rest=[], label=label)
    ends = next((i for i, step in enumerate(steps) if _of(step, "state") not in ("done", "skipped")), len(steps))
    if ends == 1 < len(steps):
        ends = 0
    label = ngettext("%(n)s finished step", "%(n)s finished steps", ends) % {"n": ends}
    return SimpleNamespace(folded=steps[:ends], rest=steps[ends:], label=label)


def _of(thing, name):
    return thing.get(name) if isinstance(thing, dict) else getattr(thing, name, None)


@register.simple_tag
def problems(form=None, formset=None):
    """Every error of a form or formset as `{"text", "anchor"}`, in the order of the page; `anchor` is "" without a field."""
    return forms.problems(form=form or None, formset=formset or None)


@register.filter
def problems_title(found):
    """The heading of the error summary."""
    return ngettext("There is a problem", "There are %(n)s things to put right", len(found)) % {"n": len(found)}


@register.filter
def is_tick(field):
    """Whether the field is a single box to tick, whose label stands after it."""
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset


@register.filter
def page_numbers(page):
    """Numbers of pages to link, with None where some are left out."""
    return [
        number if isinstance(number, int) else None
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


@register.simple_tag
def percent(value, total):
    """Whole per cent of `value` in `total`; 0 where there is nothing to count."""
    return round(100 * value / total) if total else 0


@register.simple_tag
def sprite():
    """All symbols of the platform, once a page."""
    return mark_safe(signs.SPRITE)
