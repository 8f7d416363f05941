"""What a message about a step says. Rendered once for each receiver, in their language."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.states import StepStatus


def step_message(act):
    """Subject and body as callables without arguments: each is called with the receiver's language active."""
    plan = act.subject.run.plan
    step = plan.steps[act.step]
    outcome = step.outcome(act.outcome)
    open_rows = list(StepState.objects.filter(run=act.subject.run_id, state=StepStatus.OPEN))

    def subject():
        return _("Case %(number)s: %(step)s") % {"number": act.subject.number, "step": outcome.title or step.title}

    def body():
        moves = [{"title": plan.steps[row.key].title, "who": plan.steps[row.key].by.name, "due": row.due_on} for row in open_rows]
        context = {"case": act.subject, "step": step, "outcome": outcome, "moves": moves, "why": act.why}
        return render_to_string("procedure/mail/step.txt", context)

    return subject, body
