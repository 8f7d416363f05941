"""Beginning a self-assessment: for a case, or for the institution's own use."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.services import write
from tarazy.internal.selfassessment.models import Answer, SelfAssessment
from tarazy.internal.selfassessment.rules import belongs_to, is_given_purpose
from tarazy.reference.agencies.rulebook import defaults
from tarazy.reference.standards.models import Criterion
from tarazy.reference.standards.queries import sets_for


@transaction.atomic
def begin(*, institution, standards, scale, purpose, today):
    """A self-assessment against `standards`, with one empty answer for each criterion; begun once for each purpose."""
    assessment, created = SelfAssessment.objects.get_or_create(
        institution=institution,
        purpose=purpose,
        defaults={"standards": standards, "scale": scale, "started_on": today},
    )
    if created:
        criteria = Criterion.objects.filter(standard__set=standards).order_by("standard__position", "position")
        Answer.objects.bulk_create(Answer(selfassessment=assessment, criterion=criterion) for criterion in criteria)
    return assessment


@transaction.atomic
def begin_own(*, institution, standards, purpose, by, now, today):
    """The institution looks at itself without a case, against any complete set of its level, for a purpose in its own words.

    The scale is the neutral one of a new rulebook (EQAR's four levels), since no agency has agreed on another. Raises
    `NotYours` for anybody else, `Refused` for a set of another level or a purpose that is taken; nothing is begun then.
    """
    if not belongs_to(by, institution.pk):
        raise NotYours(_("Only the organisation’s head and its quality officers begin its self-assessment."))
    purpose = " ".join(purpose.split())
    if not purpose or is_given_purpose(purpose):
        raise Refused(_("Say the purpose in your own words, for example “Yearly review 2026”."))
    if not sets_for(institution.level, today).filter(pk=standards.pk).exists():
        raise Refused(_("Choose a set of standards that is complete and meant for your level of education."))
    if SelfAssessment.objects.filter(institution=institution, purpose=purpose).exists():
        raise Refused(_("You already have a self-assessment for this purpose. Open it, or name another purpose."))
    scale = defaults()["scale"]
    assessment = begin(institution=institution, standards=standards, scale=scale, purpose=purpose, today=today)
    after = {"purpose": purpose, "standards": standards.title}
    write(subject=assessment.journal_name, verb="selfassessment.begun", by=by, now=now, after=after, audience=["institution"])
    return assessment
