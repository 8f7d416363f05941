"""Stage 2, external evaluation: from the panel to the factual check (S4 2.1-2.9)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases import services as cases
from tarazy.external.cases.rules import (
    is_agency_head,
    is_coordinator,
    is_institution,
    is_institution_head,
    is_invited_expert,
    is_panel_chair,
)
from tarazy.external.procedure.effects import tell_agency_head, tell_coordinator, tell_institution, tell_invited, tell_panel
from tarazy.external.procedure.facts import challenge_is_pending, inaccuracies_are_named, materials_due, visit_ends
from tarazy.external.reviews import services as reviews
from tarazy.external.reviews.guards import (
    every_inaccuracy_is_answered,
    every_standard_is_judged,
    everyone_has_declared,
    experts_are_certified,
    panel_fills_every_seat,
    panel_has_no_conflict,
    report_is_framed,
    some_inaccuracy_is_named,
)
from tarazy.external.seminars import services as seminars
from tarazy.external.visits import services as visits
from tarazy.external.visits.guards import early_enough_before_the_visit, programme_covers_every_day, visit_is_over
from tarazy.ground.workflow.plan import Outcome, Stage, Step, working_days

BOTH = ("institution", "agency")
ON_SITE = ("institution", "agency", "panel")
EVERYBODY = ("institution", "agency", "panel", "council", "appeals")


PANEL = (
    Step(
        "panel",
        _("Expert panel formed"),
        by=is_coordinator,
        source="S4 2.1-2.2; R241, R242, R224",
        after=("coordinator",),
        requires=(panel_fills_every_seat, experts_are_certified, panel_has_no_conflict),
        within=working_days("panel_days"),
        does=reviews.close_panel,
        then=(tell_invited,),
        readers=("agency",),
    ),
    Step(
        "declarations",
        _("Declarations of conflict of interest, ethics and confidentiality"),
        by=is_invited_expert,
        source="S1 ¶222; R224",
        after=("panel",),
        until=(everyone_has_declared,),
        outcomes=(
            Outcome("sign", _("Sign the declarations")),
            Outcome("conflict", _("I have a conflict of interest or cannot take part"), reopens=("panel",)),
        ),
        within=working_days("declaration_days"),
        does=reviews.record_declaration,
        readers=("agency",),
    ),
    Step(
        "panel_announced",
        _("The institution is told the composition of the panel"),
        by=is_coordinator,
        source="S4 2.3; R243",
        after=("declarations",),
        within=working_days("announcement_days"),
        does=reviews.announce_panel,
        then=(tell_institution,),
        readers=BOTH,
    ),
    Step(
        "challenge_window",
        _("Time to ask for another expert"),
        by=is_institution_head,
        source="S4 2.3; R243",
        after=("panel_announced",),
        outcomes=(
            Outcome("agree", _("We agree with the composition")),
            Outcome("challenge", _("Ask for another expert, in writing and with grounds")),
        ),
        within=working_days("challenge_days"),
        lapses="agree",
        does=reviews.record_challenge,
        then=(tell_coordinator, tell_agency_head),
        readers=BOTH,
    ),
    Step(
        "challenge_ruling",
        _("Ruling on the challenge"),
        by=is_agency_head,
        source="S4 2.3; R243",
        after=("challenge_window",),
        when=challenge_is_pending,
        outcomes=(
            Outcome("uphold", _("Replace the expert"), reopens=("panel",)),
            Outcome("reject", _("Keep the expert")),
        ),
        within=working_days("challenge_ruling_days"),
        does=reviews.rule_on_challenge,
        then=(tell_institution, tell_coordinator),
        readers=BOTH,
    ),
    Step(
        "appointment_order",
        _("Panel appointed by order, days of the visit set"),
        by=is_agency_head,
        source="S4 2.2; R241; facts B1",
        after=("challenge_ruling",),
        within=working_days("appointment_days"),
        does=visits.issue_order,
        then=(tell_institution, tell_panel),
        readers=ON_SITE,
        final=True,
    ),
)


def _materials(last_of_preparation):
    return Step(
        "materials",
        _("Self-assessment materials and methods sent to the experts"),
        by=is_coordinator,
        source="S4 2.4; R244",
        after=("appointment_order", last_of_preparation),
        requires=(early_enough_before_the_visit,),
        due=materials_due,
        does=visits.send_materials,
        then=(tell_panel,),
        readers=("agency", "panel"),
    )


BEFORE_THE_VISIT = (
    Step(
        "webinar",
        _("Preliminary webinar for the panel"),
        by=is_coordinator,
        source="S4 2.5; R245",
        after=("materials",),
        within=working_days("webinar_days"),
        optional="with_webinar",
        does=seminars.record_webinar,
        readers=("agency", "panel"),
    ),
    Step(
        "visit_programme",
        _("Programme of the visit"),
        by=is_coordinator,
        source="S4 2.6; R246, R263",
        after=("appointment_order",),
        requires=(programme_covers_every_day,),
        within=working_days("programme_days"),
        does=visits.propose_programme,
        then=(tell_institution,),
        readers=ON_SITE,
    ),
    Step(
        "programme_agreed",
        _("Programme of the visit agreed with the institution"),
        by=is_institution,
        source="S4 2.6; R246",
        after=("visit_programme",),
        outcomes=(
            Outcome("agree", _("Agree with the programme")),
            Outcome("change", _("Ask for a change"), reopens=("visit_programme",)),
        ),
        within=working_days("programme_agreement_days"),
        does=visits.answer_programme,
        then=(tell_coordinator,),
        readers=ON_SITE,
    ),
    Step(
        "briefing",
        _("Briefing of the panel on the eve of the visit"),
        by=is_coordinator,
        source="S4 2.5; R245",
        after=("webinar", "programme_agreed"),
        within=working_days("briefing_days"),
        optional="with_briefing",
        does=seminars.record_briefing,
        readers=("agency", "panel"),
    ),
)


VISIT_AND_REPORT = (
    Step(
        "site_visit",
        _("Site visit"),
        by=is_panel_chair,
        source="S4 2.6; R246, R263",
        after=("briefing", "programme_agreed"),
        requires=(visit_is_over,),
        due=visit_ends,
        does=cases.keep_record,
        then=(tell_coordinator,),
        readers=ON_SITE,
        final=True,
    ),
    Step(
        "evaluation_report",
        _("External evaluation report, signed by the chair"),
        shown=_("The panel is writing its report"),
        by=is_panel_chair,
        source="S4 2.7; R247, R177, R264",
        after=("site_visit",),
        requires=(every_standard_is_judged, report_is_framed),
        within=working_days("report_days"),
        does=reviews.sign_report,
        then=(tell_institution, tell_coordinator),
        readers=("agency", "panel", "council", "appeals"),
    ),
    Step(
        "factual_check",
        _("Check of the report for factual inaccuracies"),
        by=is_institution,
        source="S4 2.8; R248",
        after=("evaluation_report",),
        outcomes=(
            Outcome("confirm", _("No factual inaccuracies")),
            Outcome("name", _("Send the inaccuracies to the panel"), requires=(some_inaccuracy_is_named,)),
        ),
        within=working_days("factual_check_days"),
        lapses="confirm",
        does=reviews.close_factual_check,
        then=(tell_panel, tell_coordinator),
        readers=ON_SITE,
    ),
    Step(
        "factual_answers",
        _("Answers to the inaccuracies; the report signed again"),
        by=is_panel_chair,
        source="S4 2.8; R248",
        after=("factual_check",),
        when=inaccuracies_are_named,
        requires=(every_inaccuracy_is_answered,),
        within=working_days("factual_answer_days"),
        does=reviews.sign_corrected_report,
        then=(tell_institution, tell_coordinator),
        readers=EVERYBODY,
        final=True,
    ),
)


def evaluation(*, last_of_preparation):
    """The second stage. The panel is formed in parallel with the review of the report (R242)."""
    return Stage("evaluation", _("External evaluation"), (*PANEL, _materials(last_of_preparation), *BEFORE_THE_VISIT, *VISIT_AND_REPORT))
