"""The institution hands in its self-assessment report, sealed (S4 1.5-1.7)."""

from tarazy.external.cases.models import ReceivedReport
from tarazy.internal.selfassessment.services import seal


def submit_report(act):
    """Freeze the self-assessment as it stands and receive it: the first version, its rework, or the final report.

    What is judged later is this sealed copy; the institution's living text may go on changing (R237-R239).
    """
    submission = seal(act.subject.selfassessment, by=act.by, now=act.now)
    return ReceivedReport.objects.create(case=act.subject, submission=submission, step=act.step, round=act.round)
