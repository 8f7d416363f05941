"""The scenes of the external evaluation: review, panel, visit, report, factual check."""

from datetime import time, timedelta
from itertools import cycle

from tarazy.external.cases.states import Duty
from tarazy.external.reviews import services as reviews
from tarazy.external.reviews.models import FactualItem, Finding, Judgement, Seat
from tarazy.external.reviews.models.report import Report
from tarazy.external.visits import services as visits
from tarazy.ground.foundation.calendar import is_working_day
from tarazy.internal.selfassessment.models import Answer
from tarazy.reference.standards.models import Standard
from tarazy.site.demo import words


def fill_report(walk):
    """Every criterion that is still empty gets a rating and a text; what is there stays."""
    levels = cycle([level["key"] for level in walk.case.values["scale"]][:2])
    texts = cycle(words.ANSWERS[walk.language])
    empty = list(Answer.objects.filter(selfassessment=walk.case.selfassessment, text=""))
    for answer in empty:
        answer.rating, answer.text, answer.language = next(levels), next(texts), walk.language
        answer.edited_by, answer.edited_at, answer.revision = walk.cast.officer, walk.now, 1
    Answer.objects.bulk_update(empty, ["rating", "text", "language", "edited_by", "edited_at", "revision"])


def standards_of(case):
    """The standards of the case, in order."""
    return Standard.objects.filter(set=case.standards).order_by("position")


def technical_review(walk, outcome, act):
    """Each standard is reviewed; when the report is returned, which happens once, the first one needs rework."""
    if outcome == "return":
        walk.choices["technical_review"] = "accept"
    for position, standard in enumerate(standards_of(walk.case)):
        rework = outcome == "return" and position == 0
        reviews.review_standard(
            walk.case,
            standard=standard,
            to_rework=rework,
            text=words.REMARK[walk.language] if rework else "",
            by=walk.cast.coordinator,
            now=walk.now,
        )
    act(walk.cast.coordinator, note="")


def panel(walk, outcome, act):
    """An expert is asked for every empty seat of the rulebook."""
    filled = set(Seat.objects.filter(case=walk.case, vacated_at=None).values_list("role", flat=True))
    asked = set(Seat.objects.filter(case=walk.case).values_list("expert", flat=True))
    for role in walk.case.values["seats"][walk.case.institution.level]:
        if role not in filled:
            expert = next(expert for expert in walk.cast.experts[role] if expert.pk not in asked)
            asked.add(expert.pk)
            reviews.propose_expert(walk.case, role=role, expert=expert, by=walk.cast.coordinator, now=walk.now, today=walk.today)
    act(walk.cast.coordinator)


def declarations(walk, outcome, act):
    """Every invited expert signs."""
    for part in walk.case.participations.live().filter(owes="declarations").select_related("appointment__person"):
        act(part.appointment, no_conflict=outcome == "sign", ethics=True, confidentiality=True, conflict="")


def by_coordinator(walk, outcome, act):
    """The coordinator acts, and nothing more is asked."""
    act(walk.cast.coordinator)


def challenge_window(walk, outcome, act):
    """The head agrees, or challenges the first ordinary expert."""
    if outcome == "agree":
        act(walk.cast.head)
    else:
        seat = Seat.objects.filter(case=walk.case, vacated_at=None).exclude(role="chair").first()
        act(walk.cast.head, seat=seat, grounds=words.GROUNDS[walk.language], evidence=None)
        walk.choices["challenge_window"] = "agree"


def challenge_ruling(walk, outcome, act):
    """The head of the agency rules."""
    act(walk.cast.agency_head, grounds=words.GROUNDS[walk.language])


def appointment_order(walk, outcome, act):
    """The order, with the first day of the visit some weeks ahead."""
    day = walk.days_on(walk.case.values["materials_days_before_visit"] + 10)
    while not is_working_day(day):
        day += timedelta(days=1)
    act(walk.cast.agency_head, number=f"{walk.case.number}-P", first_day=day, language=walk.language)


def materials(walk, outcome, act):
    """The sealed report goes to the panel."""
    act(walk.cast.coordinator, documents=[], note="")


def gathering(walk, outcome, act):
    """A webinar or a briefing of the panel."""
    act(walk.cast.coordinator, held_on=walk.today, form="online", topic=words.TOPIC[walk.language], in_person=0, online=6, names="")


def visit_programme(walk, outcome, act):
    """Three meetings on each day of the visit."""
    day = walk.case.visit_first_day
    while day <= walk.case.visit_last_day:
        if is_working_day(day):
            for hour, title in zip((9, 11, 14), words.SESSIONS[walk.language], strict=True):
                fields = {
                    "day": day,
                    "starts": time(hour),
                    "ends": time(hour + 1),
                    "title": title,
                    "group": "",
                    "place": "",
                    "online": False,
                }
                visits.save_session(walk.case, by=walk.cast.coordinator, now=walk.now, **fields)
        day += timedelta(days=1)
    act(walk.cast.coordinator)


def programme_agreed(walk, outcome, act):
    """The institution agrees."""
    act(walk.cast.officer, change=words.SUMMARY[walk.language] if outcome == "change" else "")


def chair_of(walk):
    """The appointment of the panel's chair."""
    return walk.case.participations.live().select_related("appointment__person").get(duty=Duty.CHAIR).appointment


def site_visit(walk, outcome, act):
    """After the last day of the visit the chair notes how it went."""
    walk.wait_until(walk.case.visit_last_day)
    act(chair_of(walk), summary=words.SUMMARY[walk.language])


def evaluation_report(walk, outcome, act):
    """A judgement on every standard, with findings; the chair signs."""
    chair, report = chair_of(walk), Report.objects.get(case=walk.case)
    texts = {"context": words.DESCRIPTION, "procedure": words.SUMMARY, "overall": words.ANALYSIS}
    said = {name: text[walk.language] for name, text in texts.items()}
    reviews.write_frame(report, seen=report.revision, by=chair, language=walk.language, **said)
    levels = cycle([level["key"] for level in walk.case.values["scale"]][:2])
    for judgement in Judgement.objects.filter(report=report).select_related("standard"):
        level = next(levels)
        reviews.judge_standard(
            judgement, level=level, analysis=words.ANALYSIS[walk.language], seen=judgement.revision, by=chair, now=walk.now
        )
        found = {Finding.Kind.GOOD_PRACTICE: words.PRACTICE} if level == walk.case.values["scale"][0]["key"] else {}
        for kind, text in (found or {Finding.Kind.RECOMMENDATION: words.RECOMMENDATION, Finding.Kind.REMARK: words.REMARK}).items():
            reviews.add_finding(judgement, kind=kind, text=text[walk.language], basis="", criterion=None, by=chair)
    act(chair, agreed=True)


def factual_check(walk, outcome, act):
    """The institution finds the report right, or names one inaccuracy."""
    if outcome == "name":
        standard = standards_of(walk.case).first()
        reviews.name_inaccuracy(
            walk.case,
            standard=standard,
            passage=words.REMARK[walk.language],
            correction=words.SUMMARY[walk.language],
            by=walk.cast.officer,
            now=walk.now,
        )
    act(walk.cast.officer)


def factual_answers(walk, outcome, act):
    """The chair corrects what was wrong."""
    chair = chair_of(walk)
    for item in FactualItem.objects.filter(case=walk.case, answer="pending"):
        reviews.answer_inaccuracy(item, answer="corrected", text=words.SUMMARY[walk.language], by=chair, now=walk.now)
    act(chair, agreed=True)


EVALUATION = {
    "technical_review": technical_review,
    "panel": panel,
    "declarations": declarations,
    "panel_announced": by_coordinator,
    "challenge_window": challenge_window,
    "challenge_ruling": challenge_ruling,
    "appointment_order": appointment_order,
    "materials": materials,
    "webinar": gathering,
    "visit_programme": visit_programme,
    "programme_agreed": programme_agreed,
    "briefing": gathering,
    "site_visit": site_visit,
    "evaluation_report": evaluation_report,
    "factual_check": factual_check,
    "factual_answers": factual_answers,
}
