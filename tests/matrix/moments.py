"""Two cases, a university's and a college's, brought from moment to moment by the services, with marked words all the way."""

from collections.abc import Iterator
from functools import partial

from tarazy.external.cases.services import write_message
from tarazy.external.redress.services import answer_complaint, file_complaint
from tarazy.external.reviews.services import review_standard
from tarazy.internal.selfassessment.models import Answer
from tarazy.internal.selfassessment.services import add_evidence
from tarazy.site.demo.scenes import SCENES, paper
from tarazy.site.demo.walk import Walk
from tests.factories import DAY, make_programme
from tests.factories_cases import make_walk
from tests.matrix.people import make_cast
from tests.matrix.secrets import marked, telling

# Texts that the demonstration leaves empty, and files that it does not hand in.
ADDED_TEXTS = {"council_vote": "note", "materials": "note", "technical_review": "note", "renewal": "note"}
ADDED_FILES = {"challenge_window": "evidence", "appeal_window": "evidence", "presentation": "file", "interim_report": "file"}


class MarkedWalk(Walk):
    """A walk whose every text is marked, with the people who look at it in `people`."""

    people: dict

    def step(self, key, **choice):
        """Take the step with marked words."""
        with telling(self._place(key)):
            super().step(key, **choice)

    def act(self, key, outcome, by, **data):
        """One act; texts and files that the demonstration leaves out are added."""
        if (name := ADDED_TEXTS.get(key)) in data:
            data[name] = marked("Пометка", f"{self._place(key)}: {name}")
        if (name := ADDED_FILES.get(key)) in data and outcome not in ("agree", "accept"):
            # A sheet is made once for each name: the institution's report must not carry the mark of the presentation.
            data[name] = paper(self, key if key == "interim_report" else name)
        super().act(key, outcome, by, **data)

    def part(self, key, outcome, by, **data):
        """The part of one person in a collective step."""
        with telling(self._place(key)):
            self.act(key, outcome, by, **data)

    def _place(self, key):
        row = self.case.run.steps.get(key=key)
        return key if row.round == 1 else f"{key} {row.round}"


def begin(edition, *, decided="accredited", choices=None):
    """A marked walk at the beginning of a case of this edition, everybody in their place."""
    cast, people = make_cast(edition)
    make_programme(cast.head.body.institution)
    plain = make_walk(edition, cast=cast, start=DAY)
    walk = MarkedWalk(plain.case, cast, start=DAY, choices=choices, decided=decided)
    walk.people = people
    return walk


def university() -> Iterator[tuple[str, MarkedWalk]]:
    """A university: a conflict, an upheld challenge, an inaccuracy, a differing outcome, an upheld appeal."""
    walk = begin(
        "higher_2026", decided="conditional", choices={"challenge_window": "challenge", "factual_check": "name", "appeal_window": "appeal"}
    )
    walk.choices["appeal_ruling"] = "uphold"
    walk.choices["challenge_ruling"] = "uphold"
    yield "01 application", walk
    _talk(walk.until("self_assessment_first"))
    yield "02 technical review", _half_review(walk)
    yield "03 invited, some signed", _some_sign(walk.until("declarations"))
    _complain(walk.until("challenge_window"))
    yield "04 challenge pending", walk.until("challenge_ruling")
    yield "05 replacement invited", walk.until("declarations")
    yield "06 report being written", _half_report(walk.until("evaluation_report"))
    yield "07 factual check", _inaccuracy(walk.until("factual_check"))
    yield "08 council voting", _half_vote(walk.until("council_vote"))
    yield "09 decided, not told", walk.until("notice")
    yield "10 appeal pending", walk.until("appeal_ruling")
    yield "11 published", walk.until("action_plan")


def college() -> Iterator[tuple[str, MarkedWalk]]:
    """A college: nothing goes wrong before the certificate is suspended."""
    walk = begin("vocational_2026", choices={"monitoring_review": "suspend"})
    yield "12 materials to send", walk.until("materials")
    yield "13 votes closed", walk.until("council_decision")
    walk.until("monitoring_review").step("monitoring_review")
    yield "14 suspended", walk


def _talk(walk):
    """The two sides write to each other; the report gets a file of evidence."""
    for key in ("head", "coord"):
        write_message(walk.case, by=walk.people[key], text=marked("Сообщение", f"message: {key}"), now=walk.now)
    answers = Answer.objects.filter(selfassessment=walk.case.selfassessment)[:1]
    add_evidence(
        institution=walk.case.institution,
        title=marked("Подтверждение", "evidence: title"),
        by=walk.cast.officer,
        now=walk.now,
        today=walk.today,
        file=paper(walk, "evidence"),
        answers=answers,
    )


def _half_review(walk):
    """One standard of the first version is reviewed, the review is still open."""
    walk.until("technical_review")
    standard = walk.case.standards.standards.first()
    text = marked("Доработать", "technical_review: remark")
    review_standard(walk.case, standard=standard, to_rework=True, text=text, by=walk.cast.coordinator, now=walk.now)
    walk.choices["technical_review"] = "return"
    return walk


def _some_sign(walk):
    """One names a conflict and another is asked in their place; then all sign but the slow one."""
    signed = {"no_conflict": True, "ethics": True, "confidentiality": True, "conflict": ""}
    conflict = dict.fromkeys(signed, False) | {"conflict": marked("Родственник ректора", "declarations: conflict")}
    walk.part("declarations", "conflict", walk.people["conflict"], **conflict)
    walk.until("declarations")
    for part in walk.case.participations.live().filter(owes="declarations").select_related("appointment__person"):
        if part.appointment != walk.people["slow"]:
            walk.part("declarations", "sign", part.appointment, **signed)
    return walk


def _complain(walk):
    """Of the process, and of the head of the agency; the first one is answered."""
    said = partial(file_complaint, walk.case, by=walk.cast.head, now=walk.now, today=walk.today)
    first = said(text=marked("Жалоба", "complaint: about the coordinator"), about=walk.cast.coordinator, evidence=paper(walk, "complaint"))
    said(text=marked("Жалоба", "complaint: about the agency's head"), about=walk.cast.agency_head)
    answer_complaint(first, by=walk.cast.agency_head, answer=marked("Ответ", "complaint: answer"), now=walk.now)


def _half_report(walk):
    """The panel has begun to write; nothing is signed."""
    with telling("draft report"):
        SCENES["evaluation_report"](walk, "done", lambda *_by, **_data: None)
    return walk


def _inaccuracy(walk):
    """The institution has named an inaccuracy and not sent it yet."""
    with telling("factual_check"):
        SCENES["factual_check"](walk, "name", lambda *_by, **_data: None)
    walk.choices["factual_check"] = "name"
    return walk


def _half_vote(walk):
    """One member steps aside, one votes; the others are waited for."""
    walk.part("council_vote", "recuse", walk.people["aside"], vote="", note="", reason=marked("Соавтор ректора", "council_vote: reason"))
    walk.part("council_vote", "vote", walk.people["member"], vote="conditional", note="", reason="")
    return walk
