"""My notices; in the demonstration also everybody's letters."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tarazy.ground.foundation import clock
from tarazy.ground.notices import services
from tarazy.ground.notices.models import Notice
from tarazy.ground.notices.queries import addressed, receivers

PAGE = 25


@login_required
def notices(request):
    """What I was told, newest first."""
    mine = Notice.objects.visible_to(request.user)
    page = Paginator(mine, PAGE).get_page(request.GET.get("page"))
    context = {"notices": addressed(page), "page_obj": page, "unread": mine.unread().count()}
    return render(request, "notices/list.html", context)


@login_required
@require_POST
def read(request, pk):
    """Mark one notice as read; with `go`, on to where it leads."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    services.mark_read(person=request.user, now=clock.now(), pk=notice.pk)
    address = addressed([notice])[0].address
    return redirect(address if "go" in request.POST and address.startswith("/") else "notices:list")


@login_required
@require_POST
def read_all(request):
    """Mark all of mine as read."""
    services.mark_read(person=request.user, now=clock.now())
    return redirect("notices:list")


def sent(request):
    """Every letter of the demonstration, by receiver; there is no such page elsewhere."""
    if not settings.DEMO:
        raise Http404
    letters = Notice.objects.select_related("person")
    chosen = request.GET.get("to", "")
    if chosen.isdecimal():
        letters = letters.filter(person=int(chosen[:18]))
    page = Paginator(letters, PAGE).get_page(request.GET.get("page"))
    context = {"letters": addressed(page), "page_obj": page, "receivers": receivers(), "chosen": chosen}
    return render(request, "notices/sent.html", context)
