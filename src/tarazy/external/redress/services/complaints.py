"""A complaint about the process or a person: filed by the institution, answered by somebody else (R249, R227)."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarazy.external.cases.models import INSTITUTION_ROLES, Case
from tarazy.external.cases.states import Side
from tarazy.external.redress.models import Complaint
from tarazy.external.redress.queries import handlers_of, may_complain, people_to_name
from tarazy.ground.documents.services import store
from tarazy.ground.foundation.calendar import add_working_days
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.services import write
from tarazy.ground.notices.services import from_template, tell

# The journal tells the institution alone: somebody who is complained about must not learn it from the case.
READERS = (Side.INSTITUTION,)


@transaction.atomic
def file_complaint(case, *, by, text, about=None, evidence=None, now, today):
    """The institution complains, before the decision is made; the agency has the rulebook's days to answer (R249).

    `about` is an appointment that the institution met in the case, or None for the process; `evidence` a file or None.
    Returns the complaint. Raises `NotYours` for anybody else, `Refused` after the decision or without a text.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("rulebook").get(pk=case.pk)
    if by.role not in INSTITUTION_ROLES or by.body_id != case.institution_id:
        raise NotYours(_("The institution of the case makes a complaint."))
    if not may_complain(case):
        raise Refused(_("The council has decided; you may appeal the decision."))
    if not text.strip():
        raise Refused(_("Say what you disagree with."))
    if about is not None and not people_to_name(case, today).filter(pk=about.pk).exists():
        raise Refused(_("Choose a person of this case."))
    version = store(evidence, title=_("Evidence for the complaint"), by=by, now=now) if evidence else None
    complaint = Complaint.objects.create(
        case=case,
        about=about,
        text=text,
        evidence=version.document if version else None,
        filed_by=by,
        filed_at=now,
        due_on=add_working_days(today, case.values["complaint_days"]),
    )
    write(subject=case.journal_name, verb="redress.complained", by=by, now=now, audience=READERS)
    _tell_handlers(complaint, now=now, today=today)
    return complaint


@transaction.atomic
def answer_complaint(complaint, *, by, answer, now):
    """Whoever it falls to answers in writing; the institution reads the answer and is told of it (R227).

    Raises `NotYours` for the person complained about and everybody else, `Stale` when it has been answered already.
    """
    complaint = Complaint.objects.select_for_update(of=("self",)).select_related("case", "filed_by__person").get(pk=complaint.pk)
    if not Complaint.objects.filter(pk=complaint.pk).handled_by(by).exists():
        raise NotYours(_("This complaint is not yours to answer."))
    if complaint.state != Complaint.State.OPEN:
        raise Stale(_("The complaint has been answered meanwhile."))
    if not answer.strip():
        raise Refused(_("Write down your answer; the institution reads it."))
    complaint.state, complaint.answer = Complaint.State.ANSWERED, answer
    complaint.answered_by, complaint.answered_at = by, now
    complaint.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    write(subject=complaint.case.journal_name, verb="redress.complaint_answered", by=by, now=now, audience=READERS)
    tell(
        [complaint.filed_by.person],
        subject=gettext_lazy("Your complaint is answered"),
        body=from_template("redress/letters/answered.txt", complaint=complaint, case=complaint.case),
        url=reverse("redress:complaint", args=[complaint.pk]),
        cause=f"complaint:{complaint.pk}/answered",
        now=now,
    )


def _tell_handlers(complaint, *, now, today):
    tell(
        [handler.person for handler in handlers_of(complaint, today)],
        subject=gettext_lazy("A complaint waits for your answer"),
        body=from_template("redress/letters/complained.txt", complaint=complaint, case=complaint.case),
        url=reverse("redress:complaint", args=[complaint.pk]),
        cause=f"complaint:{complaint.pk}/filed",
        now=now,
    )
