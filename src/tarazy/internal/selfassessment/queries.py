"""Reading self-assessments. Each function says what it costs; none costs more for a longer set of standards."""

from django.db.models import Case, Count, Prefetch, Q, Value, When

from tarazy.internal.selfassessment.models import Answer, Evidence, SelfAssessment
from tarazy.internal.selfassessment.states import BEGUN, DONE, LATER
from tarazy.internal.selfassessment.tree import Branch, Tree
from tarazy.reference.standards import compare
from tarazy.reference.standards.package import order
from tarazy.reference.standards.queries import in_force, package_from


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
    pieces = (
        piece for standard in submission.content["standards"] for criterion in standard["criteria"] for piece in criterion["evidence"]
    )
    return {piece["version"] for piece in pieces if piece["version"]}


def own_assessments(appointment):
    """The institution's self-assessments, newest first, each with `done` and `total` criteria: one query."""
    counted = SelfAssessment.objects.visible_to(appointment).annotate(
        total=Count("answers"), done=Count("answers", filter=~Q(answers__rating="") & ~Q(answers__text=""))
    )
    return counted.select_related("standards").order_by("-is_open", "-started_on", "-pk")


STATE = Case(When(~Q(rating="") & ~Q(text=""), then=Value(DONE)), When(rating="", text="", then=Value(LATER)), default=Value(BEGUN))
LONG = (
    "text",
    *(f"criterion__{name}" for name in ("look_at", "evidence", "questions", "strength", "risk")),
)


def tree_of(assessment):
    """The standards with the states of their criteria, without the long texts: one query."""
    answers = (
        Answer.objects.filter(selfassessment=assessment)
        .annotate(state=STATE, pieces=Count("evidence"))
        .select_related("criterion__standard", "edited_by__person")
        .defer(*LONG)
        .order_by("criterion__standard__position", "criterion__position")
    )
    branches: dict[int, Branch] = {}
    for answer in answers:
        standard = answer.criterion.standard
        branches.setdefault(standard.pk, Branch(standard)).answers.append(answer)
    return Tree(list(branches.values()))


def answer_of(assessment, pk):
    """One answer with its criterion, its standard and who edited it last: one query."""
    known = Answer.objects.select_related("criterion__standard__set", "edited_by__person")
    answer = known.get(selfassessment=assessment, pk=pk)
    answer.selfassessment = assessment
    return answer


def cited_by(answer):
    """The evidence of an answer with its files and the other criteria where it is cited: two queries."""
    return _with_citations(Evidence.objects.filter(answers=answer))


def bank_of(appointment, words=""):
    """The institution's evidence, newest first, with where it is cited; `words` must all stand in title or period."""
    found = Evidence.objects.visible_to(appointment)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(period__icontains=word))
    return _with_citations(found)


def not_cited_by(answer):
    """What else the institution's bank holds: the choices for citing."""
    bank = Evidence.objects.filter(institution_id=answer.selfassessment.institution_id)
    return bank.exclude(pk__in=answer.evidence.values("pk"))


def _with_citations(pieces):
    places = Answer.objects.select_related("criterion__standard").defer(*LONG)
    return pieces.select_related("document").prefetch_related(Prefetch("answers", places))


def submissions_of(assessment):
    """The sealed reports, newest first, with who sealed them: one query."""
    return assessment.submissions.select_related("sealed_by__person").order_by("-number")


def newer_standards(assessment, today):
    """The newer version of the standards that holds today; None where the self-assessment has it already. One query."""
    found = in_force(assessment.standards.key, today)
    return found if found is not None and order(found.version) > order(assessment.standards.version) else None


def impact_of(assessment, newer):
    """What the newer version means for the answers: `(Change, the answer given so far or None)` for every criterion that is not as it was.

    Criteria of which only the number changed are told too: their answers are found under another number then. Where only the
    source changed, nothing else is asked of anybody.
    """
    changes = compare.difference(package_from(assessment.standards).content, package_from(newer).content)
    answers = Answer.objects.filter(selfassessment=assessment).select_related("criterion__standard").defer(*LONG)
    given = {one.criterion.number: one for one in answers}
    return [
        (change, given.get(change.before["number"]) if change.before else None)
        for standard in changes
        for change in standard.criteria
        if change.kind not in compare.ASKS_NOTHING_NEW
    ]
