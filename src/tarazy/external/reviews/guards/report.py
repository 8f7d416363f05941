"""Guards of the report and of the factual check (S4 2.7-2.8, R177, R247, R248)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarazy.external.reviews.models import FactualItem, Finding, Judgement, Report
from tarazy.ground.foundation.errors import Refusal

CALLS = (Finding.Kind.REMARK, Finding.Kind.RECOMMENDATION)


def every_standard_is_judged(case, today):
    """Each standard has a level and an analysis, and one below the best level a remark or a recommendation (R177, R247)."""
    judgements = Judgement.objects.filter(report__case=case).select_related("standard").prefetch_related("findings")
    known = {judgement.standard_id: judgement for judgement in judgements}
    best = case.values["scale"][0]["key"]
    open_ones, silent = [], []
    for standard in case.standards.standards.all():
        judgement = known.get(standard.pk)
        if judgement is None or not judgement.level or not judgement.analysis.strip():
            open_ones.append(standard.number)
        elif judgement.level != best and not any(finding.kind in CALLS for finding in judgement.findings.all()):
            silent.append(standard.number)
    if open_ones:
        return _refusal(case, _("Without a judgement or an analysis: %(standards)s."), standards=open_ones)
    if silent:
        sentence = _("Judged below the best level without a remark or a recommendation: %(standards)s.")
        return _refusal(case, sentence, standards=silent)
    return None


def report_is_framed(case, today):
    """The report tells its context, how the panel worked, and its conclusions as a whole (R177, ESG 2.6)."""
    report = Report.objects.filter(case=case).first()
    parts = {"context": _("Context"), "procedure": _("How the evaluation was carried out"), "overall": _("Overall conclusions")}
    missing = [name for key, name in parts.items() if report is None or not getattr(report, key).strip()]
    if not missing:
        return None
    return Refusal(_("The report lacks: %(parts)s.") % {"parts": ", ".join(missing)}, reverse("reviews:frame", args=[case.number]))


def some_inaccuracy_is_named(case, today):
    """Inaccuracies can be sent when at least one is named (R248)."""
    if case.factual_items.exists():
        return None
    url = reverse("reviews:factual", args=[case.number])
    return Refusal(_("Name at least one inaccuracy first, or confirm that there are none."), url)


def every_inaccuracy_is_answered(case, today):
    """The report is signed again when each item has its answer (R248)."""
    left = case.factual_items.filter(answer=FactualItem.Answer.PENDING).count()
    if not left:
        return None
    sentence = ngettext("%(n)s inaccuracy is not answered yet.", "%(n)s inaccuracies are not answered yet.", left) % {"n": left}
    return Refusal(sentence, reverse("reviews:factual", args=[case.number]))


def _refusal(case, sentence, *, standards):
    url = reverse("reviews:standard", args=[case.number, standards[0]])
    return Refusal(sentence % {"standards": ", ".join(standards)}, url)
