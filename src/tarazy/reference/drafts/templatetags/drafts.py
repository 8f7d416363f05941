"""Places of criteria for templates."""

from django import template

register = template.Library()


@register.filter
def part(place, number):
    """The place of a criterion as a button sends it: the standard's place, a point, its own place."""
    return f"{place}.{number}"
