"""Time limits of stage 2: from the forming of the panel to the factual check of its report."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, numbers

days = numbers(Kind.DAYS, Group.EVALUATION, 1, 120)
calendar_days = numbers(Kind.CALENDAR_DAYS, Group.EVALUATION, 1, 180)

EVALUATION = (
    days(
        "panel_days",
        20,
        _("Forming of the panel"),
        _("How long the coordinator has to find an expert for every seat of the panel."),
        "S4 2.1–2.2; R242",
    ),
    days(
        "declaration_days",
        5,
        _("Declarations of the experts"),
        _("How long an invited expert has to declare interests and to sign the code of ethics and the confidentiality undertaking."),
        "S1 ¶222; R224",
    ),
    days(
        "announcement_days",
        3,
        _("Announcement of the panel"),
        _("How soon the organisation is told who is on the panel."),
        "S4 2.3; R243",
    ),
    days(
        "challenge_days",
        5,
        _("Challenge of an expert"),
        _("How long the organisation may ask in writing, with its reasons, for an expert to be replaced."),
        "S4 2.3; R243",
    ),
    days(
        "challenge_ruling_days",
        5,
        _("Ruling on a challenge"),
        _("How long the agency may take to decide on a challenge."),
        "S4 2.3; R243",
    ),
    days(
        "appointment_days",
        5,
        _("Appointment of the panel"),
        _("How soon the head of the agency appoints the panel by order."),
        "B1; R224",
    ),
    calendar_days(
        "materials_days_before_visit",
        21,
        _("Materials before the visit"),
        _(
            "How many days before the visit the experts must have the self-assessment report and the methodology. "
            "The source says: several weeks."
        ),
        "S4 2.4; R244",
        minimum=14,
    ),
    days(
        "webinar_days",
        10,
        _("Webinar for the experts"),
        _("How soon after the materials the coordinator holds the webinar on methodology and organisation."),
        "S4 2.5; R245",
    ),
    days(
        "briefing_days",
        5,
        _("Briefing"),
        _("How long the coordinator has for the briefing right before the visit."),
        "S4 2.5; R245",
    ),
    days(
        "programme_days",
        10,
        _("Visit programme"),
        _("How long the coordinator has to draw up the programme of the visit."),
        "S4 2.6; R246",
    ),
    days(
        "programme_agreement_days",
        5,
        _("Agreement on the programme"),
        _("How long the organisation has to agree to the programme of the visit or to ask for changes."),
        "S4 2.6; R246",
    ),
    days(
        "visit_days",
        3,
        _("Length of the visit"),
        _("How many days the site visit takes."),
        "S4 2.6; S2 s7–9; R246; R263",
        maximum=10,
        is_confirmed=True,
    ),
    days(
        "report_days",
        15,
        _("External evaluation report"),
        _("How long the panel has after the visit to write its report and the chair to sign it."),
        "S4 2.7; R247",
    ),
    days(
        "factual_check_days",
        10,
        _("Factual check"),
        _("How long the organisation has to point out factual inaccuracies in the draft report."),
        "S4 2.8; R248",
    ),
    days(
        "factual_answer_days",
        5,
        _("Answers to the factual check"),
        _("How long the panel has to answer every inaccuracy that was pointed out."),
        "S4 2.8; R248",
    ),
    days(
        "complaint_days",
        15,
        _("Answer to a complaint"),
        _("How long the agency may take to answer a complaint about the process or a person."),
        "S4 2.9; S1 ¶225; R249; R227",
    ),
)
