"""Words about correspondences for templates."""

from django import template

from tarazy.reference.correspondences.models import Relation

register = template.Library()


@register.filter
def relation(value):
    """How one standard stands to the other, as words between both."""
    return Relation(value).label
