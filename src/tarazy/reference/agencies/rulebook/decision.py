"""Time limits of stage 3: from the conclusion to the registers."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, Rule, numbers

days = numbers(Kind.DAYS, Group.DECISION, 1, 120)
years = numbers(Kind.YEARS, Group.DECISION, 1, 10)

DECISION = (
    days(
        "conclusion_days",
        15,
        _("Conclusion"),
        _("How long the department has to check the report with the expert council and to write the conclusion for the council."),
        "S4 3.1; R250",
    ),
    days(
        "presentation_days",
        5,
        _("Presentation"),
        _("How long the coordinator has to prepare the presentation of the case for the council."),
        "S4 3.2; R251",
    ),
    days(
        "agenda_days",
        10,
        _("Agenda of the session"),
        _("How soon the secretary puts the case on the agenda of a council session."),
        "S4 3.3; R251",
    ),
    days(
        "vote_days",
        10,
        _("Vote"),
        _("How long the members of the council have to vote once the case is on the agenda."),
        "S4 3.3; R251",
    ),
    days(
        "decision_days",
        3,
        _("Recording of the decision"),
        _("How long the secretary has to record the decision with its grounds."),
        "S4 3.3; R251",
    ),
    days(
        "notice_days",
        3,
        _("Notice of the decision"),
        _("How soon the organisation and the panel are told the decision."),
        "S4 3.4; R252",
    ),
    days(
        "appeal_days",
        10,
        _("Appeal"),
        _("How long after the notice the organisation may appeal the decision. Nothing is published before."),
        "S4 3.5; R253",
    ),
    days(
        "appeal_ruling_days",
        20,
        _("Ruling on an appeal"),
        _("How long the appeals commission may take to rule."),
        "S4 3.5; R253",
    ),
    days(
        "certificate_days",
        10,
        _("Certificate"),
        _("How soon the certificate is issued once the decision is final."),
        "S4 3.6; R254",
    ),
    days(
        "publication_days",
        10,
        _("Publication"),
        _("How soon the decision and the report appear on the website and in the register of decisions and reports."),
        "S4 3.6; R254",
    ),
    days(
        "deqar_days",
        20,
        _("Report in DEQAR"),
        _("How soon the report is passed to the Database of External Quality Assurance Results."),
        "S4 3.7; R255",
    ),
    days(
        "ministry_days",
        10,
        _("Information to the authorised body"),
        _("How soon the ministry is informed for the national register."),
        "S4 3.8; R256",
    ),
    years(
        "term_accredited_years",
        5,
        _("Term of accreditation"),
        _("For how many years accreditation is granted."),
        "B1",
    ),
    years(
        "term_conditional_years",
        1,
        _("Term of conditional accreditation"),
        _("For how many years accreditation with conditions is granted."),
        "B1",
        maximum=5,
    ),
    Rule(
        "certificate_pattern",
        Kind.PATTERN,
        Group.DECISION,
        "{acronym}-{level}-{year}-{number:04d}",
        _("Number of a certificate"),
        _(
            "How certificates are numbered: {acronym}, {level}, {year} and {number} are filled in; "
            "{number:04d} pads the number with zeros to four digits."
        ),
        "T",
    ),
)
