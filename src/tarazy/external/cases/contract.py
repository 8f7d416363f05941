"""What the contract says, as data for the typeset letter."""

from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from tarazy.external.cases.states import Kind


def contract_letter(case, *, number, data, language, today):
    """The contract's content in `language`: parties, subject, rights and duties, price, stages and terms (R234).

    Money is in the rulebook's currency; dates are written as the language writes them.
    """
    with translation.override(language):
        return {
            "title": _("Contract on accreditation"),
            "number": number,
            "date": date_format(today, "DATE_FORMAT"),
            "place": "",
            "blocks": [
                {"heading": _("The parties"), "facts": _parties(case, language)},
                {"heading": _("Subject"), "paragraphs": [_subject(case)], "list": _programmes(case, language)},
                {"heading": _("The agency"), "list": _agency_duties()},
                {"heading": _("The institution"), "list": _institution_duties()},
                {"heading": _("Price, stages and terms"), "facts": _terms(case, data)},
                {
                    "heading": _("Law and results"),
                    "paragraphs": [_("The agency decides independently; payment does not depend on the outcome.")],
                },
            ],
            "signatures": [
                {"name": case.agency.name.said_in(language)[0], "post": _("the agency"), "note": ""},
                {"name": case.institution.name.said_in(language)[0], "post": _("the institution"), "note": ""},
            ],
            "demo": case.is_demonstration,
        }


def _parties(case, language):
    return [
        [_("Agency"), case.agency.name.said_in(language)[0]],
        [_("Institution"), case.institution.name.said_in(language)[0]],
        [_("BIN of the institution"), case.institution.bin],
    ]


def _subject(case):
    if case.kind == Kind.PROGRAMME:
        return _("The agency evaluates the programmes named here by its standards and decides on their accreditation.")
    return _("The agency evaluates the institution by its standards and decides on its accreditation.")


def _programmes(case, language):
    return [f"{programme.code} {programme.name.said_in(language)[0]}" for programme in case.programmes.all()]


def _agency_duties():
    return [
        _("appoints a coordinator and holds a training seminar for the working groups;"),
        _("reviews the self-assessment report and forms a panel of certified experts without a conflict of interest;"),
        _("organises the site visit and sends the report for a check of facts;"),
        _("publishes the report and the decision, and answers complaints and appeals."),
    ]


def _institution_duties():
    return [
        _("carries out its self-assessment and hands in a truthful report;"),
        _("gives the panel access to people, rooms and documents during the visit;"),
        _("acts on the recommendations and reports on them during the term of accreditation."),
    ]


def _terms(case, data):
    return [
        [_("Price"), f"{number_format(data['price'], decimal_pos=2, force_grouping=True)} {case.values.get('currency', 'KZT')}"],
        [_("Stages"), "; ".join(str(stage.title) for stage in case.run.plan.stages)],
        [_("Self-assessment report by"), date_format(data["report_due_on"], "DATE_FORMAT")],
        [_("Site visit planned for"), date_format(data["visit_planned_for"], "DATE_FORMAT")],
        [_("Length of the visit, days"), str(case.values["visit_days"])],
        [_("Working days for an appeal"), str(case.values["appeal_days"])],
    ]
