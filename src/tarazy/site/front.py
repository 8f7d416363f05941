"""The first page: in the demonstration one enters as anybody; elsewhere it leads to the register and to signing in."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tarazy.ground.foundation import clock
from tarazy.site.demo.queries import people_to_enter_as


@require_safe
def front(request):
    """The front page for those who are not signed in; the desk for those who are (not in the demonstration)."""
    if request.user.is_authenticated and not settings.DEMO:
        return redirect("desk")
    today = clock.today()
    groups = people_to_enter_as(today) if settings.DEMO else []
    return render(request, "site/front.html", {"groups": groups, "today": today})
