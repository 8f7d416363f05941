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
MOST_ACTORS = 6


@login_required
@require_safe
def desk(request):
    """My moves, the most urgent first; whom I wait for; what has changed; my cases."""
    if request.acting is None:
        return render(request, "site/no_appointment.html")
    own = Desk(request.acting, clock.today())
    cases = list(case_lines(request.acting, {})[:SHOWN])
    mine = own.mine()
    waiting, strip = own.waiting(), own.strip()
    context = {
        "desk": own,
        "now": clock.now(),
        "groups": own.groups(),
        "late": own.late,
        "waiting": waiting[:MOST_ACTORS],
        "waits_in_all": sum(count for _, count, _ in waiting),
        "strip": strip,
        "busy": any(day.moves or day.visits for day in strip),
        "entries": list(_with_case(own.news(sides_by_case(request.acting, cases)), cases)),
        "lines": [line_of(case, mine, own.today) for case in cases],
        "open_in_all": own.visible.running().count(),
        "may_open": request.acting.role in INSTITUTION_ROLES,
    }
    return render(request, "site/desk.html", context)


def _with_case(entries, cases):
    """The entries, each saying of which case it tells."""
    names = {f"case:{case.pk}": case.institution.name for case in cases}
    for entry in entries:
        entry.about = names[entry.subject]
        yield entry
