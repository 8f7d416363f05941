"""Pages of the rulebook: one's own agency's, its editing, and what everybody may read. The seats of the council, for the head."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.ui.forms import done
from tarazy.reference.agencies import queries, services
from tarazy.reference.agencies.forms import RulebookForm, SeatEndForm, SeatForm
from tarazy.reference.agencies.models import Agency
from tarazy.reference.agencies.names import shown
from tarazy.reference.agencies.rulebook import GROUP_TITLES, RULES, defaults
from tarazy.reference.agencies.rules import heads


@login_required
@require_safe
def own_rulebook(request):
    """The rulebook of the agency that the reader acts in."""
    agency = _own_agency(request)
    return _page(request, agency, queries.rulebook_in_force(agency, clock.today()))


@require_safe
def rulebook_in_force(request, pk):
    """What holds today, for everybody."""
    agency = get_object_or_404(Agency, pk=pk)
    return _page(request, agency, queries.rulebook_in_force(agency, clock.today()))


@require_safe
def rulebook_version(request, pk, version):
    """One version, with what it changed, for everybody."""
    agency = get_object_or_404(Agency, pk=pk)
    return _page(request, agency, get_object_or_404(queries.versions(agency), version=version))


@login_required
@require_http_methods(["GET", "POST"])
def edit_rulebook(request):
    """The head changes values, sees what changes, and publishes a new version."""
    agency = _own_agency(request)
    if not heads(request.acting, agency):
        raise PermissionDenied(_("Only the head of the agency publishes its rulebook."))
    last = queries.versions(agency).first()
    form = RulebookForm(
        request.POST or None, current={**defaults(), **(last.values if last else {})}, initial={"in_force_from": clock.today()}
    )
    if request.method == "POST" and "back" not in request.POST and form.is_valid():
        if "confirm" not in request.POST:
            changed = _told(queries.differences(form.current, form.cleaned_data["values"]))
            return render(request, "agencies/confirm.html", {"agency": agency, "form": form, "changed": changed})
        if _published(request, agency, form):
            return redirect("agencies:rulebook")
    status = 422 if form.errors and "back" not in request.POST else 200
    return render(request, "agencies/edit.html", {"agency": agency, "form": form, "last": last}, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def council(request):
    """The head sees who sits in the council and seats a member."""
    agency, today = _headed_agency(request), clock.today()
    members = queries.members_to_seat(agency, today)
    form = SeatForm(request.POST or None, members=members, initial={"since": today})
    act = {"by": request.acting, "now": clock.now()}
    if request.method == "POST" and form.is_valid() and done(form, services.seat_member, agency, **form.cleaned_data, **act):
        messages.success(request, _("%(name)s has a seat in the council.") % {"name": form.cleaned_data["appointment"].person.name})
        return redirect("agencies:council")
    context = {"agency": agency, "form": form, "seats": queries.seats_of(agency), "today": today, "may_seat": bool(members)}
    return render(request, "agencies/council.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def end_seat(request, pk):
    """The head ends a seat that has no last day yet."""
    agency = _headed_agency(request)
    seat = get_object_or_404(queries.seats_of(agency), pk=pk, until=None)
    form = SeatEndForm(request.POST or None, initial={"until": clock.today()})
    if request.method == "POST" and form.is_valid():
        act = {"by": request.acting, "now": clock.now()}
        if done(form, services.end_seat, seat, **form.cleaned_data, **act):
            messages.success(request, _("The seat of %(name)s ends.") % {"name": seat.appointment.person.name})
            return redirect("agencies:council")
    return render(request, "agencies/end_seat.html", {"form": form, "seat": seat}, status=422 if form.errors else 200)


def _published(request, agency, form):
    data = form.cleaned_data
    said = {"in_force_from": data["in_force_from"], "note": data["note"]}
    book = done(form, services.publish_rulebook, agency, data["values"], by=request.acting, now=clock.now(), **said)
    if book:
        messages.success(request, _("Version %(version)s of the rulebook is published.") % {"version": book.version})
    return book


def _page(request, agency, book):
    versions = list(queries.versions(agency))
    earlier = next((one for one in versions if book and one.version == book.version - 1), None)
    context = {
        "agency": agency,
        "book": book,
        "sections": _sections(book.values) if book else [],
        "changed": _told(queries.differences(earlier.values, book.values)) if earlier else [],
        "versions": versions,
        "may_edit": heads(request.acting, agency),
        "crumbs": [(agency.name, ""), (_("Rulebook"), reverse("agencies:in_force", args=[agency.pk]))],
    }
    return render(request, "agencies/rulebook.html", context)


def _sections(values):
    return [
        (title, [(rule, shown(rule, values.get(rule.key))) for rule in RULES.values() if rule.group == group])
        for group, title in GROUP_TITLES.items()
    ]


def _told(differences):
    return [(rule, shown(rule, old), shown(rule, new)) for rule, old, new in differences]


def _headed_agency(request):
    agency = _own_agency(request)
    if not heads(request.acting, agency):
        raise PermissionDenied(_("Only the head of the agency changes its council."))
    return agency


def _own_agency(request):
    agency = Agency.objects.filter(pk=request.acting.body_id).first() if request.acting else None
    if agency is None:
        raise Http404
    return agency
