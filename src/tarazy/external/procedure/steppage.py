"""What the page of one step shows."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.monitoring.services import VOID
from tarazy.external.procedure.pages import STEP_PAGES
from tarazy.external.procedure.queries import documents_for
from tarazy.ground.journal.queries import entries_for
from tarazy.ground.workflow.services import found
from tarazy.ground.workflow.states import StepStatus


def step_context(page, key, form):
    """The context of the step's template: the step, its row, the form for whoever may take it, what stands in the way.

    Somebody who is not on a side of the case (an invited expert) is shown nothing beyond the step itself. A step that is
    not reached yet shows nothing but itself either: its page would tell of the steps before it, to other readers than theirs.
    """
    case, row, spec = page.case, page.rows[key], page.plan.steps[key]
    look = STEP_PAGES[key]
    mine = row.state == StepStatus.OPEN and key in page.mine
    reached = row.state != StepStatus.BLOCKED
    context = {
        "case": case,
        "page": page,
        "step": spec,
        "row": row,
        "title": page.title_of(spec),
        "mine": mine,
        "move": page.move_of(key),
        "form": form if mine or form.is_bound else None,
        "missing": found(spec.requires, case, page.today) if mine else [],
        "choices": [(outcome, found(outcome.requires, case, page.today)) for outcome in offered(spec)] if mine else [],
        "work_url": reverse(look.work, args=[case.number]) if look.work and page.sides else "",
        "panel": look.panel if reached else "",
        "inside": bool(page.sides),
    }
    if page.sides:
        context["records"] = [shown(record) for record in case.records.filter(step=key).select_related("by__person").order_by("-round")]
        context["documents"] = documents_for(case, page.sides).filter(step=key)
        context["entries"] = entries_for(case.journal_name, page.sides).filter(after__step=key)[:60]
    if look.context and reached:
        context |= look.context(case, page.reader)
    return context


def offered(step):
    """The outcomes that people choose between: as void a step is closed by a withdrawal alone."""
    return tuple(outcome for outcome in step.outcomes if outcome.key != VOID)


def shown(record):
    """A record with `rows`: the labels of its form's fields and what was said, without what has its own place."""
    fields = STEP_PAGES[record.step].form.base_fields
    record.rows = [
        (fields[name].label, _words(value)) for name, value in record.data.items() if name in fields and not _elsewhere(fields[name])
    ]
    return record


def _elsewhere(field):
    return isinstance(field, (forms.FileField, forms.ModelChoiceField)) or field.widget.is_hidden


def _words(value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(str, value)) if isinstance(value, list) else value
