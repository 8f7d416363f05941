"""Looking up names in templates."""

from django import template

register = template.Library()


@register.filter
def value(names, key):
    """What the dictionary has under the key; the key itself where it has nothing."""
    return names.get(key, key)
