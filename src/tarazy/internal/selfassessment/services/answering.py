"""Answering the criteria and citing evidence for them."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.documents.models import Document
from tarazy.ground.documents.services import store
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.services import write
from tarazy.internal.selfassessment.models import Answer, Evidence
from tarazy.internal.selfassessment.rules import belongs_to


@transaction.atomic
def write_answer(answer, *, rating, text, language, by, now, seen_revision):
    """Save one answer and return it; where nothing is different, nothing is touched.

    Raises `Stale` when somebody saved something else after `seen_revision`: nothing is overwritten then, and the page
    shows both texts. Raises `NotYours` for another institution's answer, `Refused` for an unknown level.
    """
    answer = Answer.objects.select_for_update().select_related("selfassessment").get(pk=answer.pk)
    _may_write(answer, by)
    if (answer.rating, answer.text, answer.language) == (rating, text, language):
        return answer
    if answer.revision != seen_revision:
        raise Stale(_("Somebody saved this answer after you opened it. Both texts are shown below."))
    if rating and rating not in answer.selfassessment.levels:
        raise Refused(_("Choose one of the levels of the scale."))
    answer.rating, answer.text, answer.language = rating, text, language
    answer.edited_by, answer.edited_at, answer.revision = by, now, answer.revision + 1
    answer.save()
    return answer


@transaction.atomic
def save_page(answer, *, said, new_piece, cited, removed, by, now, today):
    """Everything that one sending of the editor's page says, or nothing of it.

    `said` are the arguments of `write_answer`; `new_piece` those of `add_evidence` (or None); `cited` and `removed` are
    pieces of the institution's bank (or None). Raises what those do.
    """
    answer = write_answer(answer, **said, by=by, now=now)
    if new_piece:
        institution = answer.selfassessment.institution
        add_evidence(institution=institution, **new_piece, by=by, now=now, today=today, answers=[answer])
    if cited:
        cite(answer, cited, by=by)
    if removed:
        remove_citation(answer, removed, by=by)
    return answer


@transaction.atomic
def add_evidence(*, institution, title, by, now, today, file=None, link="", period="", confidential=False, answers=()):  # noqa: PLR0913 (a piece of evidence has many sides)
    """A file or a link in the institution's bank of evidence, cited by these answers of its own.

    A file may be marked as confidential, for good: within a case it is then read by the institution, the agency's people of
    the case and the experts who have signed, by nobody else.

    Raises `NotYours` when another institution's bank or answer is meant, `Refused` for a file that is damaged, too large
    or not what its name says, and for a confidential link; nothing is kept then.
    """
    answers = list(answers)
    if any(answer.selfassessment.institution_id != institution.pk for answer in answers) or not belongs_to(by, institution.pk):
        raise NotYours(_("Evidence can be cited only by your own self-assessment."))
    if bool(file) == bool(link):
        raise Refused(_("Give either a file or a link."))
    if link and confidential:
        raise Refused(_("What a link leads to cannot be kept confidential here: add the file itself."))
    mark = Document.Confidentiality.CONFIDENTIAL if confidential else Document.Confidentiality.PARTIES
    document = store(file, title=title, by=by, now=now, confidentiality=mark).document if file else None
    evidence = Evidence.objects.create(institution=institution, title=title, document=document, link=link, period=period, added_on=today)
    evidence.answers.set(answers)
    subject, after = f"evidence:{institution.pk}", {"title": title, "link": link, "document": evidence.document_id}
    write(subject=subject, verb="selfassessment.evidence_added", by=by, now=now, after=after, audience=["institution"])
    return evidence


def cite(answer, evidence, *, by):
    """Let the answer rest on a piece that the bank already holds; citing it again changes nothing."""
    _may_write(answer, by)
    if evidence.institution_id != answer.selfassessment.institution_id:
        raise NotYours(_("Evidence can be cited only by your own self-assessment."))
    evidence.answers.add(answer)


def remove_citation(answer, evidence, *, by):
    """The answer no longer rests on this piece. The piece stays in the bank, and in every report sealed before."""
    _may_write(answer, by)
    evidence.answers.remove(answer)


def _may_write(answer, by):
    if not belongs_to(by, answer.selfassessment.institution_id):
        raise NotYours(_("Only the organisation’s head and its quality officers write its self-assessment."))
    if not answer.selfassessment.is_open:
        raise Refused(_("This self-assessment is closed."))
