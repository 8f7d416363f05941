"""Crosswalks: loading them, confirming a correspondence, disputing it, answering a dispute."""

from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.foundation.text import Text
from tarazy.ground.journal import services as journal
from tarazy.reference.correspondences.crosswalk import CROSSWALKS, Beside, parse_crosswalk
from tarazy.reference.correspondences.models import REVERSED, Correspondence, Dispute
from tarazy.reference.correspondences.rules import may_review
from tarazy.reference.standards.models import Standard
from tarazy.reference.standards.strictyaml import PackageInvalid

State = Correspondence.State
TOLD = ("crosswalk", "relation", "reason", "author", "made_on")


@transaction.atomic
def load_crosswalks(*, folder=None):
    """Bring the correspondences to what the files of a folder say (our own where none is named), all or nothing.

    Gives how many came in anew or say something else. What people made of a correspondence (confirmed, disputed, withdrawn)
    stays as long as the files say the same of it; what people said of it stays in any case.
    Raises `PackageInvalid` with a sentence for each line that is wrong, also where a line names a standard that no set has.
    """
    contents = _read(sorted((folder or CROSSWALKS).glob("*.yaml")))
    said = {frozenset(one.ends): one for content in contents for one in map(partial(_correspondence, content), content["links"])}
    there = {frozenset(one.ends): one for one in Correspondence.objects.select_for_update()}
    keys = {content["key"] for content in contents}
    _take_out([one for pair, one in there.items() if pair not in said and one.crosswalk in keys])
    waiting = set(Dispute.objects.filter(answered_at=None).values_list("correspondence", flat=True))
    changed = sum(_brought(old, said[pair], waiting) for pair, old in there.items() if pair in said)
    fresh = [one for pair, one in said.items() if pair not in there]
    Correspondence.objects.bulk_create(fresh)
    return len(fresh) + changed


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


def _take_out(gone):
    """Correspondences that the files say no more: withdrawn where somebody has disputed them, otherwise they go."""
    disputed = set(Dispute.objects.filter(correspondence__in=gone).values_list("correspondence", flat=True))
    kept = Correspondence.objects.filter(pk__in=disputed)
    kept.update(state=State.WITHDRAWN, crosswalk="", confirmed_by=None, confirmed_at=None)
    Correspondence.objects.filter(pk__in=[one.pk for one in gone if one.pk not in disputed]).delete()


def _brought(old, new, waiting):
    """Let a correspondence carry what the files now say. Whether that is something else.

    If it is, it is proposed again, or stays disputed while an objection waits for its answer (its key is in `waiting`).
    """
    if new.ends != old.ends:  # turned in the file: it keeps its direction, in which disputes of it were written
        new.relation = REVERSED[new.relation]
    differs = not old.crosswalk or (old.relation, old.reason) != (new.relation, new.reason)
    told = {name: getattr(new, name) for name in TOLD}
    if differs:
        told |= {"state": State.DISPUTED if old.pk in waiting else State.PROPOSED, "confirmed_by": None, "confirmed_at": None}
    if any(getattr(old, name) != value for name, value in told.items()):
        Correspondence.objects.filter(pk=old.pk).update(**told)
    return differs


def _correspondence(content, link):
    from_set, from_number = link["from"].split("/")
    to_set, to_number = link["to"].split("/")
    return Correspondence(
        crosswalk=content["key"],
        from_set=from_set,
        from_number=from_number,
        to_set=to_set,
        to_number=to_number,
        relation=link["relation"],
        reason=Text.of(link["reason"]),
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
    about = {"correspondence": found, "relation": found.relation, "said": found.reason}
    made = Dispute.objects.create(**about, reason=reason.strip(), language=language, raised_by=by, raised_at=now)
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
    if found.state == State.WITHDRAWN:
        raise Refused(_("This correspondence is withdrawn already."))
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
