"""Steps that an agency may leave out of its procedures."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, Rule


def _step(key, title, explanation, source):
    return Rule(key, Kind.BOOLEAN, Group.OPTIONAL, True, title, explanation, source, is_confirmed=True)


OPTIONAL = (
    _step(
        "with_procurement",
        _("Public procurement is followed"),
        _("State-owned organisations sign the contract only after the procurement procedure."),
        "S4 1.2; R234",
    ),
    _step(
        "with_preliminary_visit",
        _("Preliminary visit is made"),
        _("The coordinator visits an organisation that the agency works with for the first time; a college always."),
        "S4 1.3; S2 s1–3; R235; R261",
    ),
    _step(
        "with_seminar",
        _("Training seminar is held"),
        _("The agency trains the organisation's working groups before the self-assessment."),
        "S4 1.4; R236",
    ),
    _step(
        "with_preliminary_audit",
        _("Preliminary audit is carried out"),
        _("In institutional accreditation the agency audits the organisation before the panel does."),
        "S4 1.8; R240",
    ),
    _step(
        "with_webinar",
        _("Webinar is held"),
        _("The experts are prepared for the visit online."),
        "S4 2.5; R245",
    ),
    _step(
        "with_briefing",
        _("Briefing is held"),
        _("The coordinator briefs the experts right before the visit."),
        "S4 2.5; R245",
    ),
    _step(
        "with_presentation",
        _("Presentation is given"),
        _("The coordinator presents the case to the council."),
        "S4 3.2; R251",
    ),
    _step(
        "with_deqar",
        _("Reports go to DEQAR"),
        _("Reports on higher education are passed to the Database of External Quality Assurance Results."),
        "S4 3.7; R255",
    ),
    _step(
        "with_ministry",
        _("The authorised body is informed"),
        _("The ministry is told each decision, for the national register."),
        "S4 3.8; R256",
    ),
)
