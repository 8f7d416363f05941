"""Words of the evaluation for templates: seats, findings, answers, where an expert works and what they read."""

from django import template

from tarazy.external.experts.states import languages_of
from tarazy.external.reviews import letters, states

register = template.Library()

register.filter("seat_name", states.seat_name)
register.filter("place_of_work", letters.place_of_work)


@register.filter
def reads(expert):
    """The languages that an expert reads, as one phrase."""
    return ", ".join(languages_of(expert.languages))


@register.filter
def answer_word(item):
    """What the panel answered, in a word."""
    return states.ANSWERS[item.answer]


@register.filter
def answer_state(item):
    """The shape that the answer is shown with."""
    return {"pending": "theirs", "corrected": "done", "kept": "skipped"}[item.answer]


@register.filter
def finding_state(finding):
    """The symbol of a kind of finding."""
    return {"remark": "late", "recommendation": "next", "good_practice": "done"}[finding.kind]


@register.filter
def finding_kind(finding):
    """The kind of a finding as the style sheet calls it."""
    return "practice" if finding.kind == "good_practice" else finding.kind


@register.simple_tag
def finding_name(standard, finding):
    """`Remark 4.1`."""
    return letters.finding_name(standard, finding)
