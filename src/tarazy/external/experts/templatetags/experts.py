"""Words about experts for templates."""

from django import template

from tarazy.external.experts import states

register = template.Library()


@register.filter
def background(expert):
    """Whom an expert represents."""
    return states.BACKGROUNDS[expert.background]


@register.filter
def levels(expert):
    """The levels of education that an expert judges, as one phrase."""
    return ", ".join(str(name).lower() for key, name in states.LEVELS.items() if key in expert.levels) or "–"


@register.filter
def languages(expert):
    """The languages that an expert reads, as one phrase."""
    return ", ".join(states.languages_of(expert.languages)) or "–"
