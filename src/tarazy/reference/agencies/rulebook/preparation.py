"""Time limits of stage 1: from the application to the final self-assessment report."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, numbers

days = numbers(Kind.DAYS, Group.PREPARATION, 1, 250)

PREPARATION = (
    days(
        "application_review_days",
        10,
        _("Review of the application"),
        _("How long the agency may take to find out whether it is able to accredit the organisation, and to answer with reasons."),
        "S1 ¶220; R222",
    ),
    days(
        "procurement_days",
        60,
        _("Public procurement"),
        _("How long a state-owned organisation has for the procurement procedure before the contract is signed."),
        "S4 1.2; R234",
    ),
    days(
        "contract_days",
        15,
        _("Signing of the contract"),
        _("How long both sides have to sign the contract on rights, duties, cost, stages and terms."),
        "S4 1.2; R234",
    ),
    days(
        "coordinator_days",
        5,
        _("Appointment of the coordinator"),
        _("How soon after the contract the agency names the coordinator of the case."),
        "S4 1.3; R235",
    ),
    days(
        "preliminary_visit_days",
        20,
        _("Preliminary visit"),
        _("How soon the coordinator visits an organisation that the agency works with for the first time."),
        "S4 1.3; R235",
    ),
    days(
        "seminar_days",
        30,
        _("Training seminar"),
        _("How soon the agency trains the working groups that will write the self-assessment report."),
        "S4 1.4; R236",
    ),
    days(
        "self_assessment_days",
        90,
        _("Self-assessment"),
        _("How long the organisation has for its self-assessment and the first version of the report."),
        "S4 1.5; R237",
    ),
    days(
        "report_review_days",
        10,
        _("Technical review of the report"),
        _("How long the agency may take to review the first version of the self-assessment report."),
        "S4 1.6; R238",
    ),
    days(
        "final_report_days",
        15,
        _("Final version of the report"),
        _("How long the organisation has to revise the report after the technical review and to submit it with its annexes."),
        "S4 1.7; R239",
    ),
    days(
        "preliminary_audit_days",
        15,
        _("Preliminary audit"),
        _("How soon the preliminary audit follows the final report, in institutional accreditation."),
        "S4 1.8; R240",
    ),
)
