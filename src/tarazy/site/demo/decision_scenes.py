"""The scenes of the decision: conclusion, council, appeal, certificate, register."""

from tarazy.external.cases.states import Duty
from tarazy.external.decisions.models import Session
from tarazy.site.demo import words


def conclusion(walk, outcome, act):
    """The department proposes what the report supports."""
    act(walk.cast.analyst, proposes="accredited", text=words.ANALYSIS[walk.language], expert_council=words.SUMMARY[walk.language])


def presentation(walk, outcome, act):
    """A summary for the council."""
    act(walk.cast.coordinator, summary=words.ANALYSIS[walk.language], file=None)


def council_agenda(walk, outcome, act):
    """A session on the next working days."""
    number = Session.objects.filter(agency=walk.case.agency).count() + 1
    act(walk.cast.secretary, session=None, number=number, held_on=walk.days_on(3), place="")


def council_vote(walk, outcome, act):
    """Every member who is not recused votes."""
    waiting = walk.case.participations.live().filter(owes="council_vote", duty=Duty.COUNCIL_MEMBER).select_related("appointment__person")
    for part in waiting:
        act(part.appointment, vote=walk.decided, note="", reason=words.GROUNDS[walk.language] if outcome == "recuse" else "")


def council_decision(walk, outcome, act):
    """The secretary records what the majority decided."""
    differs = walk.decided != "accredited"
    walk.wait_until(walk.case.questions.order_by("-round").first().session.held_on)
    act(walk.cast.secretary, grounds=words.ANALYSIS[walk.language] if differs else "")


def notice(walk, outcome, act):
    """Both are told."""
    act(walk.cast.secretary, language=walk.language)


def appeal_window(walk, outcome, act):
    """The head accepts the decision, or appeals once."""
    if outcome == "appeal":
        walk.choices["appeal_window"] = "accept"
    act(walk.cast.head, grounds=words.GROUNDS[walk.language] if outcome == "appeal" else "", evidence=None)


def appeal_ruling(walk, outcome, act):
    """A member of the commission rules."""
    part = walk.case.participations.live().select_related("appointment__person").filter(duty=Duty.APPEALS_MEMBER).first()
    act(part.appointment, grounds=words.ANALYSIS[walk.language])


def certificate(walk, outcome, act):
    """Signed by the head of the agency."""
    act(walk.cast.registrar, signatory=walk.cast.agency_head.person.name, post=words.POST[walk.language])


def publication(walk, outcome, act):
    """Nothing more is asked."""
    act(walk.cast.registrar)


def ministry(walk, outcome, act):
    """A letter to the ministry."""
    act(walk.cast.registrar, sent_on=walk.today, reference=f"DEMO-{walk.case.number}")


def deqar(walk, outcome, act):
    """The number that DEQAR gave: invented here."""
    act(walk.cast.registrar, report_id="".join(sign for sign in walk.case.number if sign.isdigit()))


DECISION = {
    "conclusion": conclusion,
    "presentation": presentation,
    "council_agenda": council_agenda,
    "council_vote": council_vote,
    "council_decision": council_decision,
    "notice": notice,
    "appeal_window": appeal_window,
    "appeal_ruling": appeal_ruling,
    "certificate": certificate,
    "publication": publication,
    "ministry": ministry,
    "deqar": deqar,
}
