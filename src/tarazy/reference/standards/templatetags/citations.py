"""`cited`: where something comes from, in the reader's language."""

from django.template import Library

from tarazy.reference.standards.citations import cited

register = Library()
register.filter("cited", cited)
