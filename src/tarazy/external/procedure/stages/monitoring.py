"""Stage 4, post-accreditation monitoring (S4 4.1, R257, R217)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.rules import is_analyst, is_institution
from tarazy.external.monitoring import services as monitoring
from tarazy.external.monitoring.guards import every_recommendation_has_an_action
from tarazy.external.procedure.effects import tell_analyst, tell_institution
from tarazy.external.procedure.facts import accreditation_stands, decision_is_positive, interim_report_due, renewal_due
from tarazy.ground.workflow.plan import Outcome, Stage, Step, months, working_days

BOTH = ("institution", "agency")


STEPS = (
    Step(
        "action_plan",
        _("Plan of action on the recommendations"),
        by=is_institution,
        source="S4 4.1; R257, R175",
        after=("publication",),
        when=decision_is_positive,
        requires=(every_recommendation_has_an_action,),
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
        when=decision_is_positive,
        due=interim_report_due,
        within=months("interim_report_months"),
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
        when=decision_is_positive,
        outcomes=(
            Outcome("confirm", _("Confirm the accreditation")),
            Outcome("return", _("Ask for more"), reopens=("interim_report",)),
            Outcome("suspend", _("Suspend the accreditation"), reopens=("interim_report",)),
            Outcome("withdraw", _("Withdraw the accreditation")),
        ),
        within=working_days("interim_review_days"),
        does=monitoring.record_review,
        then=(tell_institution,),
        readers=BOTH,
    ),
    Step(
        "renewal",
        _("Application for renewal before the term ends"),
        by=is_institution,
        source="S4 4.1; R257",
        after=("monitoring_review",),
        when=accreditation_stands,
        outcomes=(
            Outcome("apply", _("We apply for renewal"), ends=True),
            Outcome("leave", _("We will not renew"), ends=True),
        ),
        due=renewal_due,
        does=monitoring.record_renewal,
        then=(tell_analyst,),
        readers=BOTH,
    ),
)


def follow_up():
    """The fourth stage: it applies only where the decision is positive."""
    return Stage("monitoring", _("Post-accreditation monitoring"), STEPS)
