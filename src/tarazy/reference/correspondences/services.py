"""Crosswalks: loading them, confirming a correspondence, disputing it, answering a dispute."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal import services as journal
from tarazy.reference.correspondences.crosswalk import CROSSWALKS, Beside, parse_crosswalk
from tarazy.reference.correspondences.models import Correspondence, Dispute
from tarazy.reference.correspondences.rules import may_review
from tarazy.reference.standards.models import Standard
from tarazy.reference.standards.strictyaml import PackageInvalid

State = Correspondence.State
_REWORDED = ("crosswalk", "author", "made_on", "relation", "reason", "state", "confirmed_by", "confirmed_at")


@transaction.atomic
def load_crosswalks(*, folder=None):
    """Bring the correspondences to what the files of a folder say (our own where none is named), all or nothing.

    Gives how many came in anew. What people made of a correspondence (confirmed, disputed, withdrawn) stays as long as the
    files say the same of it. One that now says something else is proposed anew, and keeps what people said of it before;
    an objection that waits for its answer goes on waiting.
    Raises `PackageInvalid` with a sentence for each line that is wrong, also where a line names a standard that no set has.
    """
    contents = _read(sorted((folder or CROSSWALKS).glob("*.yaml")))
    wanted = {_ends(link): (content, link) for content in contents for link in content["links"]}
    there = {one.ends: one for one in Correspondence.objects.select_for_update()}
    keys = {content["key"] for content in contents}
    Correspondence.objects.filter(pk__in=[one.pk for ends, one in there.items() if ends not in wanted and one.crosswalk in keys]).delete()
    said = {ends: _correspondence(*wanted[ends]) for ends in wanted}
    kept = {ends for ends, (_content, link) in wanted.items() if ends in there and _says_the_same(there[ends], link)}
    _bring(((there[ends], said[ends]) for ends in kept), ("crosswalk", "author", "made_on"))
    reworded = [ends for ends in wanted if ends in there and ends not in kept]
    open_ones = set(Dispute.objects.filter(answered_at=None).values_list("correspondence_id", flat=True))
    for ends in reworded:
        said[ends].state = State.DISPUTED if there[ends].pk in open_ones else State.PROPOSED
    _bring(((there[ends], said[ends]) for ends in reworded), _REWORDED)
    fresh = [one for ends, one in said.items() if ends not in there]
    Correspondence.objects.bulk_create(fresh)
    return len(fresh) + len(reworded)


def _read(paths):
    """The contents of the files, which together compare each pair of standards once."""
    beside = Beside(standards={f"{key}/{number}" for key, number in Standard.objects.values_list("set__key", "number")})
    contents = []
    for path in paths:
        try:
            contents.append(parse_crosswalk(path.read_bytes(), beside))
        except PackageInvalid as error:
            error.add_note(path.name)
            raise
    return contents


def _bring(pairs, fields):
    """Let correspondences that stay carry what the files now say, in these fields."""
    for old, new in pairs:
        told = {name: getattr(new, name) for name in fields}
        if told != {name: getattr(old, name) for name in fields}:
            Correspondence.objects.filter(pk=old.pk).update(**told)


def _says_the_same(old, link):
    return old.relation == link["relation"] and old.reason.as_dict() == link["reason"]


def _ends(link):
    return tuple(link["from"].split("/")), tuple(link["to"].split("/"))


def _correspondence(content, link):
    (from_set, from_number), (to_set, to_number) = _ends(link)
    return Correspondence(
        crosswalk=content["key"],
        from_set=from_set,
        from_number=from_number,
        to_set=to_set,
        to_number=to_number,
        relation=link["relation"],
        reason=link["reason"],
        author=content["author"],
        made_on=date.fromisoformat(content["made_on"]),
    )


@transaction.atomic
def confirm(correspondence, *, by, now):
    """A reviewer finds a proposed correspondence right. Raises `NotYours`, or `Refused` unless it is still proposed."""
    found = _reviewed(correspondence, by)
    if found.state != State.PROPOSED:
        raise Refused(_("Only a proposed correspondence can be confirmed."))
    found.state, found.confirmed_by, found.confirmed_at = State.CONFIRMED, by, now
    found.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    _write(found, "correspondences.confirmed", by, now)
    return found


@transaction.atomic
def dispute(correspondence, *, reason, language, by, now):
    """Somebody says why a correspondence is wrong; it is shown as disputed until that is answered.

    The same reason a second time is taken once. Raises `Refused` while another dispute of it is open, or without a reason.
    """
    found = Correspondence.objects.select_for_update().get(pk=correspondence.pk)
    if not reason.strip():
        raise Refused(_("Say what is wrong with the correspondence."))
    standing = found.disputes.filter(answered_at=None).first()
    if standing is not None and (standing.raised_by_id, standing.reason) == (by.pk, reason.strip()):
        return standing
    if standing is not None:
        raise Refused(_("This correspondence is disputed already; the dispute waits for its answer."))
    if found.state == State.WITHDRAWN:
        raise Refused(_("This correspondence is withdrawn already."))
    made = Dispute.objects.create(correspondence=found, reason=reason.strip(), language=language, raised_by=by, raised_at=now)
    found.state = State.DISPUTED
    found.save(update_fields=["state"])
    _write(found, "correspondences.disputed", by, now)
    return made


@transaction.atomic
def answer_dispute(disputed, *, answer, upheld, by, now):
    """A reviewer answers: upheld, the correspondence is withdrawn; not upheld, it is confirmed. The answer is public.

    Raises `NotYours`, `Stale` where somebody answered first, `Refused` without a sentence.
    """
    found = _reviewed(disputed.correspondence, by)
    standing = Dispute.objects.select_for_update().get(pk=disputed.pk)
    if standing.answered_at is not None:
        raise Stale(_("Somebody answered this dispute before you."))
    if not answer.strip():
        raise Refused(_("Answer in a sentence; everybody can read it."))
    standing.answer, standing.upheld, standing.answered_by, standing.answered_at = answer.strip(), upheld, by, now
    standing.save(update_fields=["answer", "upheld", "answered_by", "answered_at"])
    found.state = State.WITHDRAWN if upheld else State.CONFIRMED
    found.confirmed_by, found.confirmed_at = (None, None) if upheld else (by, now)
    found.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    _write(found, "correspondences.answered", by, now)
    return standing


def _reviewed(correspondence, by):
    found = Correspondence.objects.select_for_update().get(pk=correspondence.pk)
    if not may_review(by):
        raise NotYours(_("Correspondences are reviewed by the authorised bodies and the heads of agencies."))
    return found


def _write(found, verb, by, now):
    after = {"from": f"{found.from_set}/{found.from_number}", "to": f"{found.to_set}/{found.to_number}", "relation": found.relation}
    journal.write(subject=f"correspondence:{found.pk}", verb=verb, by=by, now=now, after=after, audience=["public"])
