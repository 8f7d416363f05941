"""The external evaluation report: written by the panel, signed by the chair, corrected after the factual check (S4 2.7-2.8)."""

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from tarazy.external.cases.models import CaseDocument
from tarazy.external.cases.services import attach, enter, keep_record
from tarazy.external.cases.states import Side
from tarazy.external.reviews.letters import evaluation_report
from tarazy.external.reviews.models import Finding, Judgement, Report
from tarazy.external.reviews.rules import EDITING, is_on_panel
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.errors import Refused, Stale
from tarazy.ground.journal.services import write

FIRST_READERS = (Side.AGENCY, Side.PANEL, Side.COUNCIL, Side.APPEALS)
EVERYBODY = (*FIRST_READERS, Side.INSTITUTION)


class Overtaken(Stale):
    """Somebody saved the same text first: `theirs` is the row as it stands now, so that nobody's words are lost."""

    def __init__(self, theirs):
        super().__init__(_("Somebody changed this text after you opened it. Both texts are below: make one of them and save it."))
        self.theirs = theirs


def open_report(case, *, language):
    """The case's report with a judgement for every standard; made when the panel is appointed."""
    report, _made = Report.objects.get_or_create(case=case, defaults={"language": language})
    judged = set(report.judgements.values_list("standard_id", flat=True))
    missing = case.standards.standards.exclude(pk__in=judged)
    Judgement.objects.bulk_create(Judgement(report=report, standard=standard) for standard in missing)
    return report


@transaction.atomic
def write_frame(report, *, seen, by, **texts):
    """Write the report's language, context, procedure and overall conclusions. `seen` is the revision that was read.

    Raises `Overtaken` when somebody saved another version meanwhile.
    """
    enter(report.case, by=by, may=is_on_panel, steps=EDITING)
    return _overwrite(Report, report.pk, seen, texts)


@transaction.atomic
def judge_standard(judgement, *, level, analysis, seen, by, now):
    """Judge one standard: a level of the rulebook's scale and the analysis behind it (R177, R247).

    The factual check corrects facts, not judgements: once the report was signed the level stays. Another level is told in
    the journal, to the panel alone; the analysis is a draft until the report is signed. Raises `Overtaken`.
    """
    case = enter(judgement.report.case, by=by, may=is_on_panel, steps=EDITING)
    names = {"": ""} | {entry["key"]: entry["name"] for entry in case.values["scale"]}
    if level not in names:
        raise Refused(_("Choose a level of the rulebook’s scale."))
    fields = {"analysis": analysis, "edited_by": by, "edited_at": now}
    before = Judgement.objects.select_related("standard", "report").get(pk=judgement.pk)
    if before.report.signed_at is None:
        fields["level"] = level
    judged = _overwrite(Judgement, judgement.pk, seen, fields)
    if judged.level != before.level:
        words = {"standard": before.standard.number, "level": names[judged.level]}
        was = {"level": names.get(before.level, before.level)}
        write(subject=case.journal_name, verb="reviews.judged", by=by, now=now, before=was, after=words, audience=[Side.PANEL])
    return judged


@transaction.atomic
def add_finding(judgement, *, kind, text, basis, criterion, by):
    """Add a remark, a recommendation or a good practice, tied to what it rests on; it takes the next number of its kind."""
    enter(judgement.report.case, by=by, may=is_on_panel, steps=EDITING)
    _own_criterion(judgement, criterion)
    Judgement.objects.select_for_update().get(pk=judgement.pk)
    last = judgement.findings.filter(kind=kind).aggregate(last=Max("number"))["last"] or 0
    return Finding.objects.create(judgement=judgement, kind=kind, number=last + 1, text=text, basis=basis, criterion=criterion)


@transaction.atomic
def change_finding(finding, *, text, basis, criterion, seen, by):
    """Change the words of a finding; raises `Overtaken` when somebody saved others meanwhile."""
    enter(finding.judgement.report.case, by=by, may=is_on_panel, steps=EDITING)
    _own_criterion(finding.judgement, criterion)
    return _overwrite(Finding, finding.pk, seen, {"text": text, "basis": basis, "criterion": criterion})


@transaction.atomic
def remove_finding(finding, *, by):
    """Take a finding out; those after it move up, so that the numbers have no gap."""
    enter(finding.judgement.report.case, by=by, may=is_on_panel, steps=EDITING)
    later = Finding.objects.filter(judgement=finding.judgement, kind=finding.kind, number__gt=finding.number).order_by("number")
    finding.delete()
    for other in later:
        other.number -= 1
        other.save(update_fields=["number"])


def sign_report(act):
    """The chair signs: the report is typeset in its language, and the agency and the institution may read it (R247)."""
    report = _sign(act)
    attach(act.subject, report.document, step=act.step, round=act.round, sides=FIRST_READERS)
    keep_record(act)


def sign_corrected_report(act):
    """The chair signs again: a new version of the same document, with the corrections listed (S4 2.8, R248)."""
    _sign(act)
    give_to_everybody(act.subject)
    keep_record(act)


def give_to_everybody(case):
    """From the end of the factual check the institution holds the report's file too."""
    CaseDocument.objects.filter(case=case, document=case.report.document).update(sides=[str(side) for side in EVERYBODY])


def _sign(act):
    report = (
        Report.objects.select_for_update(of=("self",)).select_related("document", "case__institution", "case__agency").get(case=act.subject)
    )
    version = store_bytes(
        typeset("reviews/report.typ", evaluation_report(report, by=act.by, today=act.today), language=report.language),
        name=f"report-{act.subject.number}.pdf",
        title=_("External evaluation report"),
        by=act.by,
        now=act.now,
        language=report.language,
        document=report.document,
    )
    report.document, report.signed_at, report.signed_by = version.document, act.now, act.by
    report.save(update_fields=["document", "signed_at", "signed_by"])
    return report


def _overwrite(model, pk, seen, fields):
    changed = model.objects.filter(pk=pk, revision=seen).update(revision=F("revision") + 1, **fields)
    row = model.objects.get(pk=pk)
    if not changed:
        raise Overtaken(row)
    return row


def _own_criterion(judgement, criterion):
    if criterion is not None and criterion.standard_id != judgement.standard_id:
        raise Refused(_("Choose a criterion of this standard."))
