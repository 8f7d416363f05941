"""Stage 1, preparation: from the application to the sealed self-assessment report (S4 1.1-1.8)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases import services as cases
from tarazy.external.cases.guards import (
    agency_belongs_to_the_profile_network,
    agency_is_in_the_register,
    agency_works_at_this_level,
    report_is_complete,
)
from tarazy.external.cases.rules import is_agency_head, is_coordinator, is_institution, is_institution_head
from tarazy.external.procedure.effects import tell_agency_head, tell_coordinator, tell_institution
from tarazy.external.procedure.facts import agency_is_new_to_it, is_institutional, is_state_owned
from tarazy.external.reviews import services as reviews
from tarazy.external.reviews.guards import every_standard_reviewed, nothing_needs_rework, something_needs_rework
from tarazy.external.seminars import services as seminars
from tarazy.ground.workflow.plan import Outcome, Stage, Step, working_days

BOTH = ("institution", "agency")
ALL_WHO_EVALUATE = ("institution", "agency", "panel", "council", "appeals")


AGREEMENT = (
    Step(
        "application",
        _("Application with a short description of activity and copies of the licence"),
        by=is_institution,
        source="S4 1.1; R233",
        does=cases.record_application,
        then=(tell_agency_head,),
        readers=BOTH,
    ),
    Step(
        "capability_review",
        _("Review of the application: can the agency take it on?"),
        shown=_("The agency is reviewing your application"),
        by=is_agency_head,
        source="S1 ¶220-221, ¶129; R222, R223, R134",
        after=("application",),
        outcomes=(
            Outcome(
                "accept",
                _("Accept the application"),
                requires=(agency_is_in_the_register, agency_works_at_this_level, agency_belongs_to_the_profile_network),
            ),
            Outcome("decline", _("Decline, with reasons"), ends=True),
        ),
        within=working_days("application_review_days"),
        does=cases.record_capability_review,
        then=(tell_institution,),
        readers=BOTH,
    ),
    Step(
        "procurement",
        _("Public procurement on the portal"),
        by=is_institution,
        source="S4 1.2; R234",
        after=("capability_review",),
        when=is_state_owned,
        within=working_days("procurement_days"),
        optional="with_procurement",
        does=cases.record_procurement,
        readers=BOTH,
    ),
    Step(
        "contract",
        _("Contract drawn up: rights, duties, price, stages, terms"),
        shown=_("The agency is drawing up the contract"),
        by=is_agency_head,
        source="S4 1.2; R234",
        after=("procurement",),
        within=working_days("contract_days"),
        does=cases.draw_up_contract,
        then=(tell_institution,),
        readers=BOTH,
    ),
    Step(
        "contract_institution",
        _("Contract confirmed by the institution"),
        by=is_institution_head,
        source="S4 1.2; R234",
        after=("contract",),
        outcomes=(
            Outcome("confirm", _("Confirm the contract")),
            Outcome("return", _("Return it with what should change"), reopens=("contract",)),
        ),
        within=working_days("contract_days"),
        does=cases.answer_contract_for_institution,
        then=(tell_agency_head,),
        readers=BOTH,
    ),
    Step(
        "contract_agency",
        _("Contract confirmed by the agency"),
        by=is_agency_head,
        source="S4 1.2; R234",
        after=("contract_institution",),
        within=working_days("contract_days"),
        does=cases.confirm_contract_for_agency,
        then=(tell_institution,),
        readers=BOTH,
        final=True,
    ),
)


def _start(*, preliminary_visit_always):
    return (
        Step(
            "coordinator",
            _("Coordinator appointed"),
            by=is_agency_head,
            source="S4 1.3; R235",
            after=("contract_agency",),
            within=working_days("coordinator_days"),
            does=cases.appoint_coordinator,
            then=(tell_institution, tell_coordinator),
            readers=BOTH,
            final=True,
        ),
        Step(
            "preliminary_visit",
            _("Preliminary visit to the institution"),
            by=is_coordinator,
            source="S2; R261" if preliminary_visit_always else "S4 1.3; R235",
            after=("coordinator",),
            when=None if preliminary_visit_always else agency_is_new_to_it,
            within=working_days("preliminary_visit_days"),
            optional="" if preliminary_visit_always else "with_preliminary_visit",
            does=cases.keep_record,
            readers=BOTH,
        ),
        Step(
            "seminar",
            _("Training seminar for the working groups"),
            by=is_coordinator,
            source="S4 1.4; R236, R262, R272",
            after=("coordinator",),
            within=working_days("seminar_days"),
            optional="with_seminar",
            does=seminars.record_seminar,
            readers=BOTH,
        ),
    )


REPORT = (
    Step(
        "self_assessment_first",
        _("Self-assessment and the first version of the report"),
        by=is_institution,
        source="S4 1.5-1.6; R237, R238",
        after=("coordinator",),
        requires=(report_is_complete,),
        within=working_days("self_assessment_days"),
        does=cases.submit_report,
        then=(tell_coordinator,),
        readers=BOTH,
    ),
    Step(
        "technical_review",
        _("Technical review of the first version"),
        shown=_("Your report is being reviewed"),
        by=is_coordinator,
        source="S4 1.6; R238, R262",
        after=("self_assessment_first",),
        requires=(every_standard_reviewed,),
        outcomes=(
            Outcome("accept", _("Ready: ask for the final version"), requires=(nothing_needs_rework,)),
            Outcome(
                "return",
                _("Return for rework"),
                reopens=("self_assessment_first",),
                requires=(something_needs_rework,),
            ),
        ),
        within=working_days("report_review_days"),
        does=reviews.close_technical_review,
        then=(tell_institution,),
        readers=BOTH,
    ),
    Step(
        "self_assessment_final",
        _("Final report and annexes, sealed"),
        by=is_institution,
        source="S4 1.7; R239",
        after=("technical_review", "preliminary_visit", "seminar"),
        requires=(report_is_complete,),
        within=working_days("final_report_days"),
        does=cases.submit_report,
        then=(tell_coordinator,),
        readers=ALL_WHO_EVALUATE,
        final=True,
    ),
)


def _audit(*, with_it):
    if not with_it:
        return ()
    return (
        Step(
            "preliminary_audit",
            _("Preliminary audit"),
            by=is_coordinator,
            source="S4 1.8; R240",
            after=("self_assessment_final",),
            when=is_institutional,
            within=working_days("preliminary_audit_days"),
            optional="with_preliminary_audit",
            does=cases.keep_record,
            readers=BOTH,
        ),
    )


def preparation(*, preliminary_visit_always, with_preliminary_audit):
    """The first stage. TVET is always visited, whatever the rulebook says (R261); only higher education has a preliminary audit (R240).

    Visit and seminar run beside the writing; the report is sealed when both were held.
    """
    return Stage(
        "preparation",
        _("Preparation"),
        (*AGREEMENT, *_start(preliminary_visit_always=preliminary_visit_always), *REPORT, *_audit(with_it=with_preliminary_audit)),
    )
