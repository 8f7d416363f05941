"""Words about standards for templates."""

from django import template

from tarazy.reference.standards.models import Relation
from tarazy.reference.standards.names import MARKS

register = template.Library()


@register.filter
def relation(value):
    """How one standard stands to the other, as words between both."""
    return Relation(value).label


@register.filter
def mark(value):
    """How one standard stands to the other, in a word that needs nothing after it."""
    return MARKS[value]
