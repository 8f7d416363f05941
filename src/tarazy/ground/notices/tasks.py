"""What the worker does with the outbox: each batch as soon as its cause is committed, and a look around each minute."""

from procrastinate.contrib.django import app

from tarazy.ground.foundation import clock
from tarazy.ground.notices import delivery


@app.task(name="notices.deliver")
def deliver(ids: list[int]) -> int:
    """Send the letters that one act wrote. Queued without a lock: acts that tell somebody must not wait for each other."""
    return delivery.deliver(ids, now=clock.now())


@app.periodic(cron="* * * * *")
@app.task(name="notices.sweep", queueing_lock="notices.sweep")
def sweep(timestamp: int) -> int:
    """Send what still waits: failures whose time has come, and letters whose worker died."""
    return delivery.deliver_waiting(now=clock.now())
