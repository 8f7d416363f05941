"""The pool of experts for the agency, and for each expert a page of their own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.external.experts import queries, rules, services
from tarazy.external.experts.forms import AddExpertForm, CertificateForm, CompetenceForm, InterestForm, PoolFilterForm
from tarazy.external.experts.models import Expert
from tarazy.ground.foundation import clock
from tarazy.ground.ui.forms import done

METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def pool(request):
    """The agency's experts, filtered."""
    if not rules.reads_pool(request.acting):
        raise Http404
    form, today = PoolFilterForm(request.GET), clock.today()
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.chosen_from(
        queries.pool(request.acting.body_id, today),
        level=asked.get("level", ""),
        background=asked.get("background", ""),
        words=asked.get("q", ""),
        free=asked.get("only") == "free",
        expiring=asked.get("only") == "expiring",
        today=today,
    )
    keeps = rules.keeps_pool(request.acting)
    context = {
        "form": form,
        "page_obj": Paginator(found, 50).get_page(request.GET.get("page")),
        "today": today,
        "soon": today + queries.SOON,
        "keeps": keeps,
        "waiting": queries.not_in_the_pool(request.acting.body_id, today) if keeps else [],
    }
    return render(request, "experts/pool.html", context)


@login_required
@require_http_methods(METHODS)
def add(request):
    """Take somebody who accepted the invitation into the pool."""
    _keeper(request)
    people = queries.not_in_the_pool(request.acting.body_id, clock.today())
    form = AddExpertForm(request.POST or None, people=people, initial={"appointment": request.GET.get("appointment")})
    if form.is_valid():
        said = {"appointment": form.cleaned_data["appointment"], "competence": form.competence()}
        made = done(form, services.add_expert, **said, by=request.acting, now=clock.now())
        if made:
            return redirect("experts:expert", made.pk)
    return render(request, "experts/add.html", {"form": form, "people": people}, status=422 if form.is_bound else 200)


@login_required
@require_safe
def expert(request, pk):
    """What the agency knows of an expert."""
    found = _expert(request, pk)
    context = {
        "expert": found,
        "interests": found.interests.select_related("institution").order_by("-since"),
        "today": clock.today(),
        "keeps": rules.keeps_pool(request.acting),
    }
    return render(request, "experts/expert.html", context)


@login_required
@require_http_methods(METHODS)
def competence(request, pk):
    """Change what is known of an expert."""
    _keeper(request)
    found = _expert(request, pk)
    initial = {name: getattr(found, name) for name in services.COMPETENCE} | {"fields_of_work": found.fields}
    form = CompetenceForm(request.POST or None, initial=initial)
    if form.is_valid() and done(form, services.edit_competence, found, competence=form.competence(), by=request.acting, now=clock.now()):
        return redirect("experts:expert", pk)
    return _form_page(request, found, form, _("Competence"))


@login_required
@require_http_methods(METHODS)
def certificate(request, pk):
    """Record a certificate."""
    _keeper(request)
    found = _expert(request, pk)
    form = CertificateForm(request.POST or None, initial={"number": found.certificate_number})
    if form.is_valid():
        act = {"by": request.acting, "now": clock.now(), "today": clock.today()}
        if done(form, services.record_certificate, found, **form.cleaned_data, **act):
            return redirect("experts:expert", pk)
    return _form_page(request, found, form, _("Expert’s certificate"))


@login_required
@require_http_methods(METHODS)
def interest(request, pk):
    """Record a tie that the agency has learned of."""
    _keeper(request)
    found = _expert(request, pk)
    form = InterestForm(request.POST or None)
    if form.is_valid() and done(form, services.declare_interest, found, **form.cleaned_data, by=request.acting, now=clock.now()):
        return redirect("experts:expert", pk)
    return _form_page(request, found, form, _("Tie with an institution"))


@login_required
@require_http_methods(METHODS)
def mine(request):
    """An expert's own page: what the agency knows of them, and the ties that they declare."""
    found = Expert.objects.select_related("appointment__person", "workplace").filter(appointment=request.acting).first()
    if request.acting is None or found is None:
        raise Http404
    form = InterestForm(request.POST or None)
    if form.is_valid() and done(form, services.declare_interest, found, **form.cleaned_data, by=request.acting, now=clock.now()):
        messages.success(request, _("Your tie is declared; you will not be asked to sit on that organisation’s panels."))
        return redirect("experts:mine")
    context = {
        "expert": found,
        "interests": found.interests.select_related("institution").order_by("-since"),
        "form": form,
        "today": clock.today(),
    }
    return render(request, "experts/mine.html", context, status=422 if form.is_bound else 200)


def _keeper(request):
    if not rules.reads_pool(request.acting):
        raise Http404
    if not rules.keeps_pool(request.acting):
        raise PermissionDenied


def _expert(request, pk):
    if not rules.reads_pool(request.acting):
        raise Http404
    experts = Expert.objects.select_related("appointment__person", "workplace").filter(appointment__body_id=request.acting.body_id)
    return get_object_or_404(queries.with_load(experts), pk=pk)


def _form_page(request, found, form, title):
    return render(request, "experts/form.html", {"expert": found, "form": form, "title": title}, status=422 if form.is_bound else 200)
