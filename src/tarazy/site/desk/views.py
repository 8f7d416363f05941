"""The desk."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tarazy.external.cases.models import INSTITUTION_ROLES
from tarazy.external.cases.queries import sides_by_case
from tarazy.external.procedure.queries import case_lines, line_of
from tarazy.ground.foundation import clock
from tarazy.site.desk.queries import Desk

SHOWN = 10


@login_required
@require_safe
def desk(request):
    """My moves, the most urgent first; whom I wait for; what has changed; my cases."""
    if request.acting is None:
        return render(request, "site/no_appointment.html")
    own = Desk(request.acting, clock.today())
    cases = list(case_lines(request.acting, {})[:SHOWN])
    mine = own.mine()
    context = {
        "desk": own,
        "now": clock.now(),
        "groups": own.groups(),
        "late": sum(task.due is not None and task.due < own.today for task in own.tasks),
        "waiting": own.waiting(),
        "strip": own.strip(),
        "entries": own.news(sides_by_case(request.acting, cases)),
        "lines": [line_of(case, mine) for case in cases],
        "open_in_all": own.visible.running().count(),
        "may_open": request.acting.role in INSTITUTION_ROLES,
    }
    return render(request, "site/desk.html", context)
