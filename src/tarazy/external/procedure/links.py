"""The pages of a case that its reader may open now, beside the steps: the same conditions as the pages themselves."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.cases.states import Side
from tarazy.external.register.rules import may_change
from tarazy.ground.workflow.states import StepStatus

PARTIES = {Side.INSTITUTION, Side.AGENCY}
ON_SITE = {Side.INSTITUTION, Side.AGENCY, Side.PANEL}
DECIDING = {Side.AGENCY, Side.COUNCIL}


def links_for(page):
    """`[(label, address), …]` for the reader of a `CasePage`, in the order of the procedure."""
    found = [
        (_("Self-assessment"), "cases:selfassessment", _reads_self_assessment(page)),
        (_("Expert panel"), "reviews:panel", _reads_panel(page)),
        (_("Programme of the visit"), "visits:visit", _done(page, "appointment_order") and _on(page, ON_SITE)),
        (_("External evaluation report"), "reviews:report", _reads_report(page)),
        (_("Question before the council"), "decisions:question", _done(page, "council_agenda") and _on(page, DECIDING)),
        (_("Decision"), "decisions:decision", _done(page, "notice") and _on(page, ON_SITE)),
        (
            _("Suspend, resume or withdraw the certificate"),
            "register:change",
            _done(page, "certificate") and may_change(page.reader, page.case),
        ),
        (_("Plan of action"), "monitoring:plan", _reached(page, "action_plan") and _on(page, PARTIES)),
        (_("Complaints"), "redress:complaints", Side.INSTITUTION in page.sides),
    ]
    links = [(label, reverse(name, args=[page.case.number])) for label, name, open_now in found if open_now]
    if _done(page, "publication"):
        links.append((_("In the public register"), reverse("register:organisation", args=[page.case.institution.bin])))
    return links


def _on(page, sides):
    return bool(page.sides & sides)


def _done(page, key):
    return page.rows[key].state == StepStatus.DONE


def _reached(page, key):
    return page.rows[key].state in {StepStatus.OPEN, StepStatus.DONE}


def _reads_self_assessment(page):
    if Side.INSTITUTION in page.sides:
        return _done(page, "contract_agency")
    if Side.AGENCY in page.sides:
        return _done(page, "self_assessment_first") or page.rows["self_assessment_first"].round > 1
    return bool(page.sides) and _done(page, "self_assessment_final")


def _reads_panel(page):
    if Side.AGENCY in page.sides:
        return _done(page, "coordinator")
    return Side.PANEL in page.sides or (Side.INSTITUTION in page.sides and _done(page, "panel_announced"))


def _reads_report(page):
    return _done(page, "appointment_order") if Side.PANEL in page.sides else _done(page, "evaluation_report") and bool(page.sides)
