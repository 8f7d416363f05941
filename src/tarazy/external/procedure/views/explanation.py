"""How each procedure works: drawn from its own plan, for everybody."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.procedure.facts import follows_from
from tarazy.external.procedure.queries import published_values
from tarazy.ground.foundation import clock
from tarazy.ground.workflow.drawing import outline


@require_safe
def editions(request):
    """The editions in force, one for each level."""
    return render(request, "procedure/editions.html", {"editions": EDITIONS.values()})


@require_safe
def edition(request, key):
    """One edition: its stages and steps, who takes each, within how many days or before what, what may come of it."""
    if key not in EDITIONS:
        raise Http404
    module = EDITIONS[key]
    values = published_values(request.GET.get("agency"), clock.today())
    stages = outline(module.PLAN, values=values)
    for step in (step for stage in stages for step in stage["steps"]):
        step["follows_from"] = follows_from(module.PLAN.steps[step["key"]], values)
    return render(request, "procedure/edition.html", {"edition": module, "stages": stages})
