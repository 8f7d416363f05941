"""Reading self-assessments."""

from django.db.models import Q

from tarazy.internal.selfassessment.models import Answer


def answers_in_order(assessment):
    """Every answer in the order of the standards, with criterion, standard and evidence: three queries."""
    answers = Answer.objects.filter(selfassessment=assessment).select_related("criterion__standard")
    ordered = answers.order_by("criterion__standard__position", "criterion__position")
    return ordered.prefetch_related("evidence__document__versions")


def unanswered_count(assessment):
    """How many criteria have no rating or no text yet; all of them are counted where nothing has begun."""
    if assessment is None:
        return 1
    return Answer.objects.filter(Q(rating="") | Q(text=""), selfassessment=assessment).count()


def versions_in(submission):
    """The ids of the file versions that a sealed submission cites."""
    pieces = (piece for standard in submission.content["standards"] for criterion in standard["criteria"] for piece in criterion["evidence"])
    return {piece["version"] for piece in pieces if piece["version"]}
