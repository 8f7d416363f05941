"""Stage 3, decision: from the conclusion to the registers (S4 3.1-3.8)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.rules import (
    is_analyst,
    is_appeals_member,
    is_coordinator,
    is_institution_head,
    is_registrar,
    is_secretary,
    is_voting_member_or_secretary,
)
from tarazy.external.decisions import services as decisions
from tarazy.external.decisions.guards import everyone_present_has_voted, majority_stands_behind_one_outcome, quorum_is_reached
from tarazy.external.monitoring.services import create_duties
from tarazy.external.procedure.effects import (
    open_what_is_published,
    tell_appeals_commission,
    tell_council,
    tell_institution,
    tell_panel,
    tell_secretary,
)
from tarazy.external.procedure.facts import appeal_is_pending, decision_is_positive
from tarazy.external.redress import services as redress
from tarazy.external.register import services as register
from tarazy.ground.workflow.plan import Outcome, Stage, Step, working_days

INSIDE = ("agency", "council", "appeals")
EVERYBODY = ("institution", "agency", "panel", "council", "appeals")


COUNCIL = (
    Step(
        "conclusion",
        _("Conclusion, drawn up with the expert council"),
        shown=_("The agency is preparing the decision"),
        by=is_analyst,
        source="S4 3.1; R250, R264",
        after=("factual_answers",),
        within=working_days("conclusion_days"),
        does=decisions.record_conclusion,
        readers=INSIDE,
    ),
    Step(
        "presentation",
        _("Presentation for the council"),
        shown=_("The agency is preparing the decision"),
        by=is_coordinator,
        source="S4 3.2; R251",
        after=("conclusion",),
        within=working_days("presentation_days"),
        optional="with_presentation",
        does=decisions.record_presentation,
        then=(tell_secretary,),
        readers=INSIDE,
    ),
    Step(
        "council_agenda",
        _("Case put on the agenda of the council"),
        shown=_("The council will decide"),
        by=is_secretary,
        source="S4 3.3; R251",
        after=("presentation",),
        within=working_days("agenda_days"),
        does=decisions.put_on_agenda,
        then=(tell_council,),
        readers=INSIDE,
    ),
    Step(
        "council_vote",
        _("Recusals and named votes of the council"),
        shown=_("The council is deciding"),
        by=is_voting_member_or_secretary,
        source="S4 3.3; R251, R226",
        after=("council_agenda",),
        until=(everyone_present_has_voted,),
        outcomes=(
            Outcome("vote", _("Cast my vote")),
            Outcome("recuse", _("Recuse myself")),
            Outcome("absent", _("Note a member's absence")),
        ),
        within=working_days("vote_days"),
        does=decisions.record_ballot,
        readers=("agency", "council"),
    ),
    Step(
        "council_decision",
        _("Decision of the council"),
        shown=_("The council is deciding"),
        by=is_secretary,
        source="S4 3.3; R251",
        after=("council_vote",),
        outcomes=(
            Outcome(
                "decide",
                _("Record the decision"),
                requires=(quorum_is_reached, majority_stands_behind_one_outcome),
            ),
            Outcome("adjourn", _("No decision: take it to another session"), reopens=("council_agenda",)),
        ),
        within=working_days("decision_days"),
        does=decisions.record_decision,
        readers=("agency", "council", "appeals"),
    ),
    Step(
        "notice",
        _("Institution and panel told of the decision"),
        by=is_secretary,
        source="S4 3.4; R252",
        after=("council_decision",),
        within=working_days("notice_days"),
        does=decisions.give_notice,
        then=(tell_institution, tell_panel),
        readers=EVERYBODY,
    ),
)


REDRESS = (
    Step(
        "appeal_window",
        _("Time to appeal"),
        by=is_institution_head,
        source="S4 3.5; R253, R178",
        after=("notice",),
        outcomes=(
            Outcome("accept", _("We will not appeal")),
            Outcome("appeal", _("Appeal the decision, with grounds")),
        ),
        within=working_days("appeal_days"),
        lapses="accept",
        does=redress.record_appeal,
        then=(tell_appeals_commission, tell_secretary),
        readers=("institution", "agency", "council", "appeals"),
    ),
    Step(
        "appeal_ruling",
        _("Ruling on the appeal, by other people"),
        by=is_appeals_member,
        source="S4 3.5; R253, R178",
        after=("appeal_window",),
        when=appeal_is_pending,
        outcomes=(
            Outcome("dismiss", _("Dismiss: the decision stands")),
            Outcome("uphold", _("Uphold: the council decides again"), reopens=("council_agenda",)),
        ),
        within=working_days("appeal_ruling_days"),
        does=redress.rule_on_appeal,
        then=(tell_institution, tell_secretary),
        readers=("institution", "agency", "council", "appeals"),
    ),
)


PUBLICATION = (
    Step(
        "certificate",
        _("Certificate issued"),
        by=is_registrar,
        source="S4 3.6; R254, R265",
        after=("appeal_ruling",),
        when=decision_is_positive,
        within=working_days("certificate_days"),
        does=register.issue_certificate,
        then=(tell_institution,),
        readers=("institution", "agency"),
        final=True,
    ),
    Step(
        "publication",
        _("Report and decision published in the register"),
        public=_("Published"),
        by=is_registrar,
        source="S4 3.6; R254, R230",
        after=("certificate",),
        within=working_days("publication_days"),
        does=register.publish,
        then=(create_duties, open_what_is_published, tell_institution, tell_panel),
        readers=EVERYBODY,
        final=True,
    ),
    Step(
        "ministry",
        _("Information sent to the ministry for the national registers"),
        by=is_registrar,
        source="S4 3.8; R256, R230",
        after=("publication",),
        within=working_days("ministry_days"),
        optional="with_ministry",
        does=register.record_ministry,
        readers=("institution", "agency"),
    ),
)
DEQAR = Step(
    "deqar",
    _("Report sent to DEQAR"),
    by=is_registrar,
    source="S4 3.7; R255",
    after=("publication",),
    within=working_days("deqar_days"),
    optional="with_deqar",
    does=register.record_deqar,
    readers=("institution", "agency"),
)


def decision(*, with_deqar):
    """The third stage. Only higher education is published in DEQAR (R255)."""
    return Stage("decision", _("Decision"), (*COUNCIL, *REDRESS, *PUBLICATION, *((DEQAR,) if with_deqar else ())))
