"""The institution asks for another expert; the agency rules (S4 2.3, R243)."""

from django.utils.translation import gettext as _

from tarazy.external.cases.services import keep_record
from tarazy.external.cases.states import Side
from tarazy.external.reviews.models import Challenge
from tarazy.external.reviews.queries.panel import live_seats
from tarazy.external.reviews.services.panel import vacate
from tarazy.ground.documents.services import store
from tarazy.ground.foundation.errors import Refused


def record_challenge(act):
    """The institution agrees with the panel, or challenges a member in writing and with grounds.

    The challenged expert sees nothing of the case from this moment until the ruling. Raises `Refused` for a seat of
    another case, one that was never announced, or a challenge without grounds; changes nothing then.
    """
    if act.outcome != "challenge":
        keep_record(act)
        return
    seat = live_seats(act.subject).filter(pk=getattr(act.data.get("seat"), "pk", None)).exclude(announced_at=None).first()
    if seat is None:
        raise Refused(_("Choose a member of the announced panel."))
    grounds = act.data.get("grounds", "").strip()
    if not grounds:
        raise Refused(_("A challenge names its grounds in writing."))
    file = act.data.get("evidence")
    evidence = store(file, title=file.name, by=act.by, now=act.now).document if file else None
    Challenge.objects.create(seat=seat, grounds=grounds, evidence=evidence, filed_at=act.now, filed_by=act.by)
    _let_see(seat, "")


def rule_on_challenge(act):
    """The head of the agency rules with grounds: the expert is replaced, or sits again and sees the case again."""
    challenge = Challenge.objects.filter(seat__case=act.subject, ruling=Challenge.Ruling.PENDING).first()
    if challenge is None:
        raise Refused(_("There is no challenge to rule on."))
    upheld = act.outcome == "uphold"
    challenge.ruling = Challenge.Ruling.UPHELD if upheld else Challenge.Ruling.REJECTED
    challenge.ruling_grounds = act.data["grounds"]
    challenge.ruled_at, challenge.ruled_by = act.now, act.by
    challenge.save(update_fields=["ruling", "ruling_grounds", "ruled_at", "ruled_by"])
    if upheld:
        vacate(challenge.seat, now=act.now, why=act.data["grounds"])
    else:
        _let_see(challenge.seat, Side.PANEL)


def _let_see(seat, side):
    seat.participation.side = side
    seat.participation.save(update_fields=["side"])
