"""Two workers that remind at the same moment, each on a connection of its own."""

from datetime import UTC, datetime, time

import pytest

from tarazy.external.procedure.reminders import remind
from tarazy.ground.notices.models import Notice
from tests.factories_cases import make_walk
from tests.ground.workflow.test_race import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_workers_at_once_write_each_reminder_once():
    row = make_walk("school_2026").until("technical_review").case.run.steps.get(key="technical_review")
    Notice.objects.all().delete()
    told = []

    def work():
        told.append(remind(now=datetime.combine(row.due_on, time(7), UTC), today=row.due_on))

    assert at_once(work, work) == [None, None]
    causes = list(Notice.objects.values_list("cause", "person"))
    assert len(causes) == len(set(causes)) == sum(told)
    assert [cause for cause, _person in causes if "/technical_review/" in cause] == [f"case:{row.run.case.pk}/technical_review/1/due_soon"]
