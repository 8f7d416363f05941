"""What the worker does with procedures: windows close when their last day is over, and nobody misses a day unawares."""

from procrastinate.contrib.django import app

from tarazy.external.procedure.reminders import remind
from tarazy.external.procedure.services import close_lapsed
from tarazy.ground.foundation import clock


@app.periodic(cron="*/10 * * * *")
@app.task(name="procedure.close_lapsed", queueing_lock="procedure.close_lapsed")
def close_what_is_over(timestamp: int) -> int:
    """End the windows whose time is over: a challenge, a factual check, an appeal that nobody made (R243, R248, R253)."""
    return close_lapsed(now=clock.now(), today=clock.today())


@app.periodic(cron="0 2 * * *")  # in UTC: seven in the morning in Kazakhstan
@app.task(name="procedure.remind", queueing_lock="procedure.remind")
def remind_of_deadlines(timestamp: int) -> int:
    """Tell those whose move it is that its last day is near, or over."""
    return remind(now=clock.now(), today=clock.today())
