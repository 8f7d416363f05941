"""What the worker does with procedures: windows close when their last day is over, whether or not anybody looks."""

from procrastinate.contrib.django import app

from tarazy.external.procedure.services import close_lapsed
from tarazy.ground.foundation import clock


@app.periodic(cron="*/10 * * * *")
@app.task(name="procedure.close_lapsed", queueing_lock="procedure.close_lapsed")
def close_what_is_over(timestamp: int) -> int:
    """End the windows whose time is over: a challenge, a factual check, an appeal that nobody made (R243, R248, R253)."""
    return close_lapsed(now=clock.now(), today=clock.today())
