"""The rows of the tables: every address of the platform with the arguments that this case has at this moment.

The rows come from the URL table itself; an address that takes arguments which nothing here names fails the test
`test_every_address_of_the_platform_stands_in_the_tables`, so that a new page cannot stay unseen.
"""

import re
from dataclasses import dataclass
from functools import partial

from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.redress.models import Complaint
from tarazy.external.register.models import Certificate, Entry
from tarazy.ground.people.models import Appointment
from tarazy.internal.selfassessment.models import Evidence
from tests.matrix.lists import LISTS_OF_NOTHING

ACCOUNTS = ("account_", "mfa_")  # allauth's own pages: no word of a case, and their own tests


@dataclass(frozen=True, slots=True)
class Row:
    """One page of one moment: what the table calls it, and where it is."""

    name: str
    path: str

    @property
    def of_the_case(self):
        """Whether the page lies under the case itself."""
        return self.path.startswith("/cases/2026-")


def addresses():
    """Every named address: `{"room:name": names of its arguments}`."""
    return dict(_addresses(get_resolver("tarazy.site.urls").url_patterns, ""))


def _addresses(patterns, room):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            name = f"{room}{pattern.name or pattern.pattern}"
            if not name.startswith(ACCOUNTS):
                yield name, tuple(pattern.pattern.converters)
        else:
            yield from _addresses(pattern.url_patterns, f"{room}{pattern.app_name}:" if pattern.app_name else room)


def unknown_addresses():
    """Addresses with arguments for which there is no line in `OF_A_CASE` or `OF_THE_PLATFORM`."""
    known = OF_A_CASE.keys() | OF_THE_PLATFORM.keys()
    return sorted(name for name, arguments in addresses().items() if arguments not in ((), ("number",)) and name not in known)


def rows_of(case):
    """The rows of everything that a case may show itself in: its own pages, and the lists in which it may stand."""
    rows = []
    for name, arguments in addresses().items():
        if name in OF_THE_PLATFORM or name in LISTS_OF_NOTHING:
            continue
        if name in OF_A_CASE:
            rows += [Row(f"{name} {label}".strip(), reverse(name, kwargs=given)) for label, given in OF_A_CASE[name](case)]
        elif arguments in ((), ("number",)):
            rows.append(Row(name, reverse(name, kwargs={"number": case.number} if arguments else {})))
    return rows


def rows_of_the_platform(case):
    """The rows of what has nothing to do with any case."""
    rows = []
    for name, arguments in addresses().items():
        if name in OF_THE_PLATFORM:
            rows += [Row(f"{name} {label}".strip(), reverse(name, kwargs=given)) for label, given in OF_THE_PLATFORM[name](case)]
        elif name in LISTS_OF_NOTHING and not arguments:
            rows.append(Row(name, reverse(name)))
    return rows


def _of_case(case, objects, argument, label, **fixed):
    """One row for each of these objects, under the case's number."""
    return [(label(one), {"number": case.number, argument: one.pk, **fixed}) for one in objects]


def _first(case, objects, argument, **fixed):
    return [("", {"number": case.number, argument: one.pk, **fixed}) for one in objects[:1]]


def _steps(case):
    """Steps that nobody has reached yet show nothing; the first of them stands for all."""
    rows = {row.key: row.state for row in case.run.steps.all()}
    keys = [key for key in case.run.plan.steps if rows[key] != "blocked"]
    ahead = [key for key in case.run.plan.steps if rows[key] == "blocked"]
    return [(key, {"number": case.number, "key": key}) for key in keys] + [
        ("(ahead)", {"number": case.number, "key": key}) for key in ahead[:1]
    ]


def _papers(case):
    return [(step, {"number": case.number, "step": step}) for step in ("conclusion", "presentation", "council_decision")]


def _submissions(case):
    return [
        (f"{one.step} {one.round}", {"number": case.number, "submission": one.submission.number}) for one in case.reports_received.all()
    ]


def _sealed_evidence(case):
    version = Evidence.objects.filter(institution=case.institution).values_list("document__versions", flat=True).first()
    return [(label, {**given, "version": version}) for label, given in _submissions(case) if version]


def _documents(case):
    """Numbers that are counted up over all cases stand in the tables as №."""
    counted = re.compile(rf"{case.number}|{case.agency.acronym}-\w+-[\d-]+")
    return _of_case(case, case.documents.all(), "pk", lambda one: f"{one.step} {one.round} · {counted.sub('№', one.document.title)[:24]}")


def _standards(name):
    return lambda case: [("", {"number": case.number, name: "1"})]


def _findings(case):
    report = getattr(case, "report", None)
    found = [one for judgement in report.judgements.order_by("pk") for one in judgement.findings.order_by("pk")] if report else []
    return [("", {"number": case.number, "standard": one.judgement.standard.number, "finding": one.pk}) for one in found[:1]]


def _planned(case):
    return [("", {"number": given["number"], "finding": given["finding"]}) for _label, given in _findings(case)]


def _complaints(case):
    return [
        ("about the head" if one.about and one.about.role == "agency_head" else "", {"pk": one.pk})
        for one in Complaint.objects.filter(case=case)
    ]


def _assessment(case, **more):
    return [("", {"pk": case.selfassessment_id, **more})] if case.selfassessment_id else []


def _expert_of_panel(case):
    return [("", {"pk": seat.expert_id}) for seat in case.seats.order_by("pk")[:1]]


def _sessions(case):
    return [("", {"pk": question.session_id}) for question in case.questions.order_by("-pk")[:1]]


def _entries(case):
    return [("", {"pk": entry.pk}) for entry in Entry.objects.filter(decision__case=case)[:1]]


def _certificates(case):
    return Certificate.objects.filter(decision__case=case)[:1]


def _institution(case):
    return [("", {"pk": case.institution_id})]


def _challenges(case):
    return [("", {"number": case.number, "challenge": one.pk}) for seat in case.seats.all() for one in seat.challenges.all()]


OF_A_CASE = {
    "procedure:step": _steps,
    "cases:document": _documents,
    "cases:submission": _submissions,
    "cases:evidence": _sealed_evidence,
    "selfassessment:edit": _assessment,
    "selfassessment:progress": _assessment,
    "selfassessment:newer": _assessment,
    "selfassessment:criterion": partial(_assessment, standard="1", number="1.1"),
    "selfassessment:evidence_file": lambda case: [("", {"pk": one.pk}) for one in Evidence.objects.filter(institution=case.institution)],
    "reviews:technical_standard": _standards("standard"),
    "reviews:withdraw": lambda case: _first(case, case.seats.filter(vacated_at=None).order_by("pk"), "seat"),
    "reviews:challenge_evidence": _challenges,
    "visits:session": lambda case: _first(case, case.visit_sessions.all(), "session"),
    "visits:session_remove": lambda case: _first(case, case.visit_sessions.all(), "session"),
    "visits:session_calendar": lambda case: _first(case, case.visit_sessions.all(), "session"),
    "reviews:standard": _standards("standard"),
    "reviews:finding_new": _standards("standard"),
    "reviews:finding": _findings,
    "reviews:finding_remove": _findings,
    "reviews:answer": lambda case: _first(case, case.factual_items.all(), "item"),
    "reviews:inaccuracy_remove": lambda case: _first(case, case.factual_items.all(), "item"),
    "decisions:session": _sessions,
    "decisions:paper": _papers,
    "redress:complaint": _complaints,
    "redress:evidence": _complaints,
    "register:organisation": lambda case: [("", {"bin": case.institution.bin})],
    "register:entry": _entries,
    "register:report": _entries,
    "register:certificate_file": lambda case: [
        (language, {"pk": one.pk, "language": language}) for one in _certificates(case) for language in ("kk", "ru")
    ],
    "register:certificate": lambda case: [("", {"number": one.number}) for one in _certificates(case)],
    "register:ministry_letter": lambda case: [("", {"number": case.number, "language": "ru"})],
    "register:data": lambda case: [(kind, {"kind": kind}) for kind in ("csv", "json")],
    "monitoring:action": _planned,
    "monitoring:progress": lambda case: _first(case, case.planned_actions.all(), "action"),
    "experts:expert": _expert_of_panel,
    "experts:competence": _expert_of_panel,
    "experts:certificate": _expert_of_panel,
    "experts:interest": _expert_of_panel,
    "institutions:detail": _institution,
}


def _set(case, **more):
    return [("", {"key": case.standards.key, **more})]


# The pages of an agency's drafts say nothing of a case; who may see them is tested in tests/reference/drafts.
DRAFT_PAGES = {
    **{key: {} for key in ("draft", "head", "new_standard", "arrange", "changes", "comments", "put_out", "publish", "read")},
    "standard": {"place": 1},
    "new_criterion": {"place": 1},
    "criterion": {"place": 1, "part": 1},
    "answer": {"comment": 0},
    "comment": {"number": "1"},
}


def _no_draft(case, **more):
    return [("", {"pk": 0, **more})]


def _in_the_calendar(case):
    return [("days", {"table": "days"})]


OF_THE_PLATFORM = {
    "institutions:edit": _institution,
    "institutions:add_programme": _institution,
    "institutions:add_licence": _institution,
    "agencies:in_force": lambda case: [("", {"pk": case.agency_id})],
    "agencies:version": lambda case: [("", {"pk": case.agency_id, "version": 1})],
    "standards:set": _set,
    "standards:export": lambda case: [
        (ending, {"key": case.standards.key, "version": "1", "ending": ending}) for ending in ("yaml", "xlsx")
    ],
    "standards:versions": _set,
    "correspondences:skos": partial(_set, version="1"),
    "standards:difference": partial(_set, old="1", new="1"),
    "correspondences:gaps": lambda case: _set(case, other=case.standards.key),
    "correspondences:graph": partial(_set, number="1"),
    **dict.fromkeys(
        ("correspondences:confirm", "correspondences:dispute", "correspondences:answer"), lambda case: [("of nothing", {"pk": 0})]
    ),
    "guidelines:level": lambda case: [("", {"key": "higher"})],
    **{f"drafts:{name}": partial(_no_draft, **more) for name, more in DRAFT_PAGES.items()},
    "standards:version": partial(_set, version="1"),
    "standards:standard": partial(_set, version="1", number="1"),
    "procedure:edition": lambda case: [("", {"key": key}) for key in EDITIONS if key == case.edition],
    "people:end": lambda case: [("of the agency", {"pk": Appointment.objects.filter(body_id=case.agency_id, role="secretary").first().pk})],
    "agencies:end_seat": lambda case: [("", {"pk": 0})],
    "institutions:invite_head": _institution,
    "people:withdraw": lambda case: [("", {"pk": 0})],
    "people:invite_again": lambda case: [("", {"pk": 0})],
    "people:accept": lambda case: [("", {"token": "no-such-token"})],
    "notices:read": lambda case: [("of nobody", {"pk": 0})],
    "seminars:seminar": lambda case: [("", {"pk": 0})],
    "ui:group": lambda case: [("", {"group": "button"})],
    "ui:styles": lambda case: [],
    "calendar:add": _in_the_calendar,
    "calendar:remove": lambda case: [(label, {**given, "pk": 0}) for label, given in _in_the_calendar(case)],
}
