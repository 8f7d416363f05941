"""The agency's own sets and drafts; beginning a draft from a set or from a file."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.ui.forms import done
from tarazy.reference.drafts import queries, services
from tarazy.reference.drafts.forms import CopyForm, ImportForm
from tarazy.reference.drafts.rules import may_publish
from tarazy.reference.drafts.views.access import own_agency
from tarazy.reference.standards.package import PackageInvalid
from tarazy.reference.standards.queries import library


@login_required
@require_safe
def own(request):
    """The sets that the agency published, and the drafts that it is writing."""
    agency = own_agency(request)
    context = {"agency": agency, "sets": queries.sets_of(agency), "drafts": queries.drafts_of(agency), "today": clock.today()}
    return render(request, "drafts/list.html", {**context, "may_publish": may_publish(request.acting, agency)})


@login_required
@require_http_methods(["GET", "POST"])
def begin(request):
    """Copy a set."""
    agency = own_agency(request)
    sets = [one for one in library() if one.kind != "frame" and one.agency_id in (None, agency.pk)]
    form = CopyForm(request.POST or None, sets=sets, agency=agency, initial={"base": request.GET.get("base"), "replaces": True})
    if request.method == "POST" and form.is_valid():
        data, act = form.cleaned_data, {"by": request.acting, "now": clock.now(), "today": clock.today()}
        chosen = form.sets[data["base"]]
        made = done(form, services.copy_set, chosen=chosen, agency=agency, key=data["key"], replaces=data["replaces"], **act)
        if made:
            messages.success(request, _("The draft begins as a copy. Change what is yours."))
            return redirect(made)
    return render(request, "drafts/begin.html", {"form": form, "agency": agency}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def bring(request):
    """Begin from a file; what is wrong with it is told line by line, and nothing is kept of it."""
    agency = own_agency(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    problems = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        act = {"by": request.acting, "now": clock.now(), "today": clock.today()}
        try:
            made = services.import_package(file.read(), name=file.name, agency=agency, **act)
        except PackageInvalid as error:
            problems = [str(problem) for problem in error.problems]
        except Refused as refused:
            form.add_error("file", [str(reason.text) for reason in refused.reasons])
        else:
            messages.success(request, _("The package is a draft now. Nothing is published yet."))
            return redirect(made)
    context = {"form": form, "problems": problems[:50], "more": max(len(problems) - 50, 0)}
    return render(request, "drafts/import.html", context, status=422 if form.errors or problems else 200)
