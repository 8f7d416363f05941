"""A list of cases and the page of one."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tarazy.external.cases.forms import MessageForm
from tarazy.external.cases.models import INSTITUTION_ROLES
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.services import write_message
from tarazy.external.cases.states import Side
from tarazy.external.procedure.casepage import CasePage
from tarazy.external.procedure.forms import CaseFilterForm
from tarazy.external.procedure.links import links_for
from tarazy.external.procedure.queries import case_in_full, case_lines, documents_for, line_of, people_for
from tarazy.ground.foundation import clock
from tarazy.ground.journal.queries import entries_for
from tarazy.ground.workflow.queries import inbox

TALKING = {Side.INSTITUTION, Side.AGENCY}


@login_required
@require_safe
def case_list(request):
    """The cases that the reader sees, found by name or number, by level, by whose move it is."""
    form = CaseFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(case_lines(request.acting, asked), 50).get_page(request.GET.get("page"))
    mine = set(inbox(request.acting).values_list("run", "key")) if request.acting else set()
    context = {
        "page_obj": page,
        "lines": [line_of(case, mine, clock.today()) for case in page.object_list],
        "form": form,
        "may_open": request.acting is not None and request.acting.role in INSTITUTION_ROLES,
    }
    return render(request, "procedure/cases.html", context)


@login_required
@require_safe
def case(request, number):
    """One case: whose move it is, by when, what then; its stages, documents, people, messages and journal."""
    found = get_object_or_404(case_in_full(request.acting), number=number)
    return case_page(request, found, MessageForm())


def case_page(request, found, form, status=200):
    """The case page with this message form in it."""
    sides = sides_of(request.acting, found)
    page = CasePage(found, reader=request.acting, sides=sides, today=clock.today())
    talking = bool(sides & TALKING)
    context = {
        "case": found,
        "page": page,
        "moves": page.moves(),
        "documents": documents_for(found, sides),
        "people": people_for(found, sides),
        "messages_of_case": found.messages.select_related("by__person", "by__body")[:20] if talking else [],
        "form": form if talking else None,
        "entries": entries_for(found.journal_name, sides, appointment=request.acting)[:8],
        "links": links_for(page),
    }
    return render(request, "procedure/case.html", context, status=status)


@login_required
@require_POST
def message(request, number):
    """The institution or the agency writes to the other."""
    found = get_object_or_404(case_in_full(request.acting), number=number)
    if not sides_of(request.acting, found) & TALKING:
        raise Http404
    form = MessageForm(request.POST)
    if not form.is_valid():
        return case_page(request, found, form, status=422)
    write_message(found, by=request.acting, text=form.cleaned_data["text"], now=clock.now())
    return redirect(reverse("procedure:case", args=[number]) + "#messages")


@login_required
@require_safe
def journal(request, number):
    """The whole journal of a case, as far as the reader may see it."""
    found = get_object_or_404(case_in_full(request.acting), number=number)
    entries = entries_for(found.journal_name, sides_of(request.acting, found), appointment=request.acting)
    page = Paginator(entries, 100).get_page(request.GET.get("page"))
    return render(request, "procedure/journal.html", {"case": found, "page_obj": page})
