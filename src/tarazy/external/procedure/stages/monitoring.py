"""Stage 4, post-accreditation monitoring (S4 4.1, R257, R217)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.rules import is_analyst, is_institution
from tarazy.external.monitoring import services as monitoring
from tarazy.external.monitoring.guards import (
    accreditation_is_withdrawn,
    another_report_is_owed,
    every_action_is_reported,
    every_recommendation_has_an_action,
    no_report_is_owed,
)
from tarazy.external.procedure.effects import close_what_is_void, tell_analyst, tell_institution
from tarazy.external.procedure.facts import accreditation_stands, interim_report_due, renewal_due
from tarazy.ground.workflow.plan import DONE, Outcome, Stage, Step, months, working_days

BOTH = ("institution", "agency")
# Nobody chooses it: a withdrawal closes with it what is open of this stage (`procedure.services.close_what_is_void`).
VOID = Outcome(monitoring.VOID, _("Closed: the accreditation was withdrawn"), requires=(accreditation_is_withdrawn,))


STEPS = (
    Step(
        "action_plan",
        _("Plan of action on the recommendations"),
        by=is_institution,
        source="S4 4.1; R257, R175",
        after=("publication",),
        when=accreditation_stands,
        requires=(every_recommendation_has_an_action,),
        outcomes=(DONE, VOID),
        within=working_days("action_plan_days"),
        does=monitoring.submit_plan,
        then=(tell_analyst,),
        readers=BOTH,
    ),
    Step(
        "interim_report",
        _("Interim report on the recommendations and on what has changed"),
        by=is_institution,
        source="S4 4.1; R257; facts B1",
        after=("action_plan",),
        when=accreditation_stands,
        due=interim_report_due,
        requires=(every_action_is_reported,),
        within=months("interim_report_months"),
        outcomes=(DONE, VOID),
        does=monitoring.record_interim_report,
        then=(tell_analyst,),
        readers=BOTH,
    ),
    Step(
        "monitoring_review",
        _("Review of the interim report: confirm, suspend or withdraw"),
        shown=_("The agency is reviewing your interim report"),
        by=is_analyst,
        source="S4 4.1; R257, R217",
        after=("interim_report",),
        when=accreditation_stands,
        outcomes=(
            Outcome(
                "confirm",
                _("Confirm the accreditation; the next interim report follows"),
                reopens=("interim_report",),
                requires=(another_report_is_owed,),
            ),
            Outcome("conclude", _("Confirm the accreditation; this was the last interim report"), requires=(no_report_is_owed,)),
            Outcome("return", _("Ask for more"), reopens=("interim_report",)),
            Outcome("suspend", _("Suspend the accreditation"), reopens=("interim_report",)),
            Outcome("withdraw", _("Withdraw the accreditation")),
            VOID,
        ),
        within=working_days("interim_review_days"),
        does=monitoring.record_review,
        then=(close_what_is_void, tell_institution),
        readers=BOTH,
    ),
    Step(
        "renewal",
        _("Application for renewal before the term ends"),
        by=is_institution,
        source="S4 4.1; R257",
        after=("action_plan",),
        when=accreditation_stands,
        outcomes=(
            Outcome("apply", _("We apply for renewal")),
            Outcome("leave", _("We will not renew")),
            VOID,
        ),
        due=renewal_due,
        does=monitoring.record_renewal,
        then=(tell_analyst,),
        readers=BOTH,
    ),
)


def follow_up():
    """The fourth stage: it applies only where the decision is positive, and no longer than the accreditation stands.

    Reports go round: one that is confirmed opens the next while the calendar of duties holds one, so that the run ends when
    the last is confirmed and the institution has said whether it renews. Renewal waits for no report: its day may come first.
    """
    return Stage("monitoring", _("Post-accreditation monitoring"), STEPS)
