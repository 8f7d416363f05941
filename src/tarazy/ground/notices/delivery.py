"""Sending what waits in the outbox. Each letter is its own transaction: one that fails does not stop the others."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from tarazy.ground.notices.letters import letter
from tarazy.ground.notices.models import Notice

log = logging.getLogger(__name__)
AT_ONCE = 200
LONGEST_WAIT = timedelta(hours=6)


def deliver_waiting(*, now: datetime) -> int:
    """Send the oldest letters that wait; how many went out."""
    return deliver(Notice.objects.waiting(now).order_by("pk").values_list("pk", flat=True)[:AT_ONCE], now=now)


def deliver(ids: Iterable[int], *, now: datetime) -> int:
    """Send these letters, unless another worker has them or they are sent; how many went out."""
    return sum(_deliver_one(pk, now) for pk in list(ids))


@transaction.atomic
def _deliver_one(pk: int, now: datetime) -> bool:
    rows = Notice.objects.waiting(now).select_related("person").select_for_update(skip_locked=True, of=("self",))
    notice = rows.filter(pk=pk).first()
    if notice is None:
        return False
    notice.tries += 1
    try:
        letter(notice).send()
    except Exception as problem:  # noqa: BLE001 (whatever a mail server says is kept and tried again)
        log.warning("Notice %s was not delivered: %s", notice.pk, problem)
        notice.failed = f"{type(problem).__name__}: {problem}"
        notice.try_after = now + min(timedelta(minutes=2 ** (notice.tries - 1)), LONGEST_WAIT)
    else:
        notice.sent_at, notice.try_after = now, None
    notice.save(update_fields=["tries", "failed", "try_after", "sent_at"])
    return notice.sent_at is not None
