"""How each step is done in the demonstration: what is prepared on the work pages, who acts, what they say."""

from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile

from tarazy.ground.documents.typeset import typeset
from tarazy.site.demo import words
from tarazy.site.demo.decision_scenes import DECISION
from tarazy.site.demo.evaluation_scenes import EVALUATION, fill_report
from tarazy.site.demo.follow_up_scenes import FOLLOW_UP


def application(walk, outcome, act):
    """A description and the copy of a licence."""
    act(walk.cast.head, description=words.DESCRIPTION[walk.language], licences=[paper(walk, "licence")])


def capability_review(walk, outcome, act):
    """The agency finds that it can do the work."""
    act(walk.cast.agency_head, profile=True, programmes=True, policies=True, staff=True, reasons=words.REASONS[walk.language])


def procurement(walk, outcome, act):
    """A number of the portal."""
    act(walk.cast.officer, number=f"DEMO-{walk.case.number}", awarded_on=walk.today)


def contract(walk, outcome, act):
    """Price and dates."""
    act(
        walk.cast.agency_head,
        price=walk.case.values["fees"][walk.case.institution.level],
        report_due_on=walk.days_on(90),
        visit_planned_for=walk.days_on(150),
        language=walk.language,
    )


def contract_institution(walk, outcome, act):
    """The head confirms, or returns it."""
    act(walk.cast.head, remarks=words.SUMMARY[walk.language] if outcome == "return" else "")


def contract_agency(walk, outcome, act):
    """The agency confirms."""
    act(walk.cast.agency_head)


def coordinator(walk, outcome, act):
    """The head of the agency chooses."""
    act(walk.cast.agency_head, coordinator=walk.cast.coordinator)


def visit_record(walk, outcome, act):
    """A preliminary visit or audit."""
    act(walk.cast.coordinator, held_on=walk.today, people=walk.cast.coordinator.person.name, summary=words.SUMMARY[walk.language], files=[])


def seminar(walk, outcome, act):
    """The working groups are trained, in person and online."""
    topic = words.TOPIC[walk.language]
    act(walk.cast.coordinator, held_on=walk.today, form="hybrid", topic=topic, in_person=18, online=27, names="", programme=topic)


def self_assessment(walk, outcome, act):
    """The answers are written, and the report is handed in."""
    fill_report(walk)
    act(walk.cast.officer)


def paper(walk, name):
    """A small PDF, as somebody might upload it."""
    return SimpleUploadedFile(f"{name}.pdf", _sheet(name, walk.language), "application/pdf")


@cache
def _sheet(name, language):
    data = {"title": name, "demo": True, "blocks": [{"paragraphs": [words.DESCRIPTION[language]]}]}
    return typeset("documents/letter.typ", data, language=language)


SCENES = {
    "application": application,
    "capability_review": capability_review,
    "procurement": procurement,
    "contract": contract,
    "contract_institution": contract_institution,
    "contract_agency": contract_agency,
    "coordinator": coordinator,
    "preliminary_visit": visit_record,
    "seminar": seminar,
    "self_assessment_first": self_assessment,
    "self_assessment_final": self_assessment,
    "preliminary_audit": visit_record,
    **EVALUATION,
    **DECISION,
    **FOLLOW_UP,
}
