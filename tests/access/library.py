"""What the library of standards and an agency's own standards need, so that each of their pages has something to show."""

from datetime import timedelta

from tarazy.internal.selfassessment.models import SelfAssessment
from tarazy.internal.selfassessment.services import begin
from tarazy.reference.correspondences import services as correspondences
from tarazy.reference.correspondences.models import Correspondence
from tarazy.reference.drafts import services as drafts
from tarazy.reference.drafts.models import Draft
from tarazy.reference.standards import services as standards
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.package import PACKAGES
from tarazy.reference.standards.queries import set_in_version

LOADED = ("preschool_internal", "iqaa_school")
OWN, WRITTEN = "own_preschool", "own_school"  # the agency's set; the one of which a draft is being written
REVIEW = "Yearly review"


def fill(walk):
    """Two sets with their crosswalk and a dispute; two versions of an own set, a self-assessment against the first.

    And a draft that the public has commented on, and one that is being written and lacks something.
    """
    for name in LOADED:
        standards.load_package((PACKAGES / f"{name}.yaml").read_bytes(), now=walk.now)
    links = [_linked(number, relation, walk) for number, relation in (("1", "overlaps"), ("2", "equal"), ("3", "broader"))]
    correspondences.dispute(links[0], reason="Бұл басқа нәрсе туралы.", language="kk", by=walk.cast.head, now=walk.now)
    for version, text in (("1", "Балабақша сапа саясатын жариялайды."), ("2", "Балабақша сапа саясатын жыл сайын қайта қарайды.")):
        _publish(_begun(walk, text), version, walk)
    first = StandardsSet.objects.get(key=OWN, version="1")
    begin(institution=walk.case.institution, standards=first, scale=walk.case.values["scale"], purpose=REVIEW, today=walk.today)
    _open(_begun(walk, "Балабақша сапа саясатын ата-аналармен бірге жазады."), walk)
    _begun(walk, "", key=WRITTEN, chosen=set_in_version(LOADED[1]))


def _linked(number, relation, walk):
    """The first standard of one set stands so to that of the other."""
    ends = {"from_set": LOADED[0], "from_number": "1", "to_set": LOADED[1], "to_number": number}
    reason = {"kk": "Екеуі де басшылық туралы.", "ru": "Оба говорят о руководстве.", "en": "Both speak of leadership."}
    return Correspondence.objects.create(crosswalk="access", relation=relation, reason=reason, author="A", made_on=walk.today, **ends)


def _begun(walk, text, *, key=OWN, chosen=None):
    by = {"by": walk.cast.agency_head, "now": walk.now, "today": walk.today}
    chosen = chosen or set_in_version(OWN) or set_in_version(LOADED[0])
    draft = drafts.copy_set(chosen, agency=walk.case.agency, key=key, **by)
    draft.content["standards"][0]["criteria"][0]["text"]["kk"] = text
    drafts.change(draft, draft.content, seen=draft.revision, **by)
    return Draft.objects.get(pk=draft.pk)


def _publish(draft, version, walk):
    days = {"in_force_from": walk.today, "previous_until": None, "today": walk.today}
    drafts.publish(draft, version=version, seen=draft.revision, by=walk.cast.agency_head, now=walk.now, **days)


def _open(draft, walk):
    head, days = walk.cast.agency_head, {"now": walk.now, "today": walk.today}
    drafts.put_out(draft, until=walk.today + timedelta(days=400), by=head, **days)
    said = {"draft": draft, "number": "1.1", "name": "", "language": "kk", "by": walk.cast.officer, **days}
    answered = drafts.comment(text="Ата-аналар кеңесін де атаңыз.", **said)
    drafts.answer_comment(answered, answer="Қостық.", language="kk", by=head, now=walk.now)
    drafts.comment(text="Неге жыл сайын емес?", **said)


def _link(_case):
    return [("", {"pk": Correspondence.objects.get(state="disputed").pk})]


def _undisputed(_case):
    return [("", {"pk": Correspondence.objects.exclude(state="disputed").first().pk})]


def _in_the_draft(key=OWN, **more):
    def rows(case):
        draft = Draft.objects.get(agency=case.agency, published=None, key=key)
        waiting = {"comment": draft.comments.get(answered_at=None).pk} if "comment" in more else {}
        return [("", {"pk": draft.pk, **more, **waiting})]

    return rows


def _of_the_library(**given):
    return lambda _case: [("", given)]


def _standard(_case):
    return [("", {"key": LOADED[0], "version": StandardsSet.objects.get(key=LOADED[0]).version, "number": "1"})]


def _review(case):
    return [("", {"pk": SelfAssessment.objects.get(institution=case.institution, purpose=REVIEW).pk})]


SHOWN = {
    "selfassessment:newer": _review,
    "standards:set": _of_the_library(key=LOADED[0]),
    "standards:version": _of_the_library(key=OWN, version="1"),
    "standards:standard": _standard,
    "standards:versions": _of_the_library(key=OWN),
    "standards:difference": _of_the_library(key=OWN, old="1", new="2"),
    "correspondences:gaps": _of_the_library(key=LOADED[0], other=LOADED[1]),
    "correspondences:graph": _of_the_library(key=LOADED[0], number="1"),
    "correspondences:dispute": _undisputed,
    "correspondences:answer": _link,
    "guidelines:level": _of_the_library(key="preschool"),
    **{f"drafts:{name}": _in_the_draft() for name in ("changes", "comments", "put_out", "read")},
    **{f"drafts:{name}": _in_the_draft(WRITTEN) for name in ("draft", "head", "new_standard", "publish")},
    "drafts:standard": _in_the_draft(WRITTEN, place=1),
    "drafts:new_criterion": _in_the_draft(WRITTEN, place=1),
    "drafts:criterion": _in_the_draft(WRITTEN, place=1, part=1),
    "drafts:comment": _in_the_draft(number="1.1"),
    "drafts:answer": _in_the_draft(comment=0),
}
OUT = {"drafts:draft=out": _in_the_draft()}  # of pages that look otherwise while the public comments
