"""The pages of the two remedies: what they are, a complaint from its filing to its answer, the appeals commission."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.external.cases.states import Side
from tarazy.external.cases.views.doors import answers, case_for, tried
from tarazy.external.redress import queries, services
from tarazy.external.redress.forms import AnswerForm, CommissionForm, ComplaintForm
from tarazy.external.redress.models import Complaint
from tarazy.ground.documents.views import serve
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.ui.errors import conflict
from tarazy.reference.agencies.models import Agency
from tarazy.reference.agencies.queries import rulebook_in_force

WRITES = ["GET", "HEAD", "POST"]
HANDLERS = ("agency_head", "appeals_member")


@require_safe
def remedies(request):
    """For everybody: complaint and appeal, what each is for, who decides, by when at which agency (R227, R178)."""
    day = clock.today()
    agencies = [(agency, rulebook_in_force(agency, day)) for agency in Agency.objects.order_by("acronym")]
    return render(request, "redress/remedies.html", {"agencies": [(agency, rulebook.values) for agency, rulebook in agencies if rulebook]})


def _sent(request):
    """What a form is filled with: what was sent, even when that is nothing."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _ours(sides):
    return Side.INSTITUTION in sides


@login_required
@require_safe
def complaints(request, number):
    """The institution's complaints in a case."""
    case, _sides = case_for(request, number, _ours)
    found = case.complaints.select_related("about__person", "filed_by__person")
    return render(request, "redress/complaints.html", {"case": case, "complaints": found, "open": queries.may_complain(case)})


@login_required
@require_http_methods(WRITES)
@answers
def new(request, number):
    """The institution makes a complaint."""
    case, _sides = case_for(request, number, _ours)
    if not queries.may_complain(case):
        decided = Refusal(_("The council has decided; you may appeal the decision."))
        return conflict(request, [decided], url=reverse("redress:complaints", args=[number]))
    form = ComplaintForm(*_sent(request), people=queries.people_to_name(case, clock.today()))
    if request.method == "POST" and form.is_valid():
        made = []

        def file():
            made.append(services.file_complaint(case, by=request.acting, now=clock.now(), today=clock.today(), **form.cleaned_data))

        if tried(form, file):
            messages.success(request, _("Your complaint is filed. You will be told when it is answered."))
            return redirect("redress:complaint", pk=made[0].pk)
    status = 422 if form.is_bound else 200
    return render(request, "redress/new.html", {"case": case, "form": form}, status=status)


@login_required
@require_safe
def complaint_list(request):
    """The complaints that the reader has to answer, or has answered."""
    if request.acting is None or request.acting.role not in HANDLERS:
        raise Http404
    found = Complaint.objects.handled_by(request.acting).select_related("case__institution", "about__person").order_by("state", "due_on")
    return render(request, "redress/list.html", {"complaints": sorted(found, key=lambda one: (one.state != "open", one.due_on))})


@login_required
@require_http_methods(WRITES)
def complaint(request, pk):
    """One complaint: its parties read it, and whoever has to answer it does."""
    found = get_object_or_404(_complaints(request), pk=pk)
    handles = Complaint.objects.handled_by(request.acting).filter(pk=pk).exists()
    if request.method == "POST" and not handles:
        raise PermissionDenied
    if request.method == "POST" and found.state != Complaint.State.OPEN:
        return conflict(request, [Refusal(_("The complaint has been answered meanwhile."))])
    form = AnswerForm(*_sent(request)) if handles and found.state == Complaint.State.OPEN else None
    if request.method == "POST" and form.is_valid() and tried(form, lambda: _answer(request, found, form)):
        messages.success(request, _("Your answer is sent to the institution."))
        return redirect("redress:complaint", pk=pk)
    status = 422 if form is not None and form.is_bound else 200
    return render(
        request, "redress/complaint.html", {"complaint": found, "case": found.case, "form": form, "handles": handles}, status=status
    )


def _answer(request, found, form):
    services.answer_complaint(found, by=request.acting, now=clock.now(), **form.cleaned_data)


def _complaints(request):
    related = ("case__institution", "about__person", "filed_by__person", "answered_by__person", "evidence")
    return Complaint.objects.visible_to(request.acting).select_related(*related)


@login_required
@require_safe
def evidence(request, pk):
    """The file that came with a complaint."""
    found = get_object_or_404(_complaints(request).exclude(evidence=None), pk=pk)
    return serve(found.evidence.latest)


@login_required
@require_http_methods(WRITES)
@answers
def commission(request, number):
    """The head of the agency appoints who rules on an appeal, where nobody could be found at once."""
    case, _sides = case_for(request, number, lambda sides: Side.AGENCY in sides)
    if request.acting.role != "agency_head":
        raise PermissionDenied
    people = queries.commission_for(case, clock.today())
    form = CommissionForm(*_sent(request), people=people)
    if request.method == "POST" and form.is_valid():
        members = list(form.cleaned_data["members"])
        services.appoint_commission(case, by=request.acting, members=members, now=clock.now(), today=clock.today())
        messages.success(request, _("The appeals commission is appointed."))
        return redirect("procedure:case", number=case.number)
    context = {"case": case, "form": form, "people": people, "appeal": queries.pending_appeal(case)}
    return render(request, "redress/commission.html", context, status=422 if form.is_bound else 200)
