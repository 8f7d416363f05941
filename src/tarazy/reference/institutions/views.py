"""Organisations: search, profile, and what the organisation itself keeps up to date."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.foundation.text import Text
from tarazy.ground.people.queries import invitation_to_lead
from tarazy.ground.people.rules import may_handle, may_invite_first_leader
from tarazy.reference.institutions import queries, services
from tarazy.reference.institutions.forms import HeadForm, LicenceForm, ProfileForm, ProgrammeForm, RegistrationForm, SearchForm
from tarazy.reference.institutions.models import Institution
from tarazy.reference.institutions.rules import heads, keeps_records, registers

ON_A_PAGE = 50


@login_required
@require_safe
def find(request):
    """Search organisations by name or BIN."""
    form = SearchForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = queries.with_place(queries.search_institutions(words))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "institutions/list.html", {"form": form, "words": words, "page_obj": page, "may_register": registers(request.acting)}
    )


@login_required
@require_http_methods(["GET", "POST"])
def register(request):
    """An agency brings a new organisation onto the platform, and then invites its head."""
    if not registers(request.acting):
        raise PermissionDenied(_("Only an agency brings a new organisation onto the platform."))
    form = RegistrationForm(request.POST or None)
    made = []

    def save(values):
        made.append(services.register_institution(by=request.acting, now=clock.now(), **values))

    if request.method == "POST" and form.is_valid() and _saved(form, save):
        messages.success(request, _("The organisation is registered. Now invite its head."))
        return redirect("institutions:invite_head", pk=made[0].pk)
    return render(request, "institutions/register.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def invite_head(request, pk):
    """An agency invites the first head of an organisation that nobody leads."""
    institution = _institution_or_404(pk)
    if not may_invite_first_leader(request.acting, institution, clock.today()):
        raise PermissionDenied(_("Only an agency invites the head of an organisation, and only where nobody leads it yet."))
    form = HeadForm(request.POST or None)

    def save(values):
        services.invite_head(institution, by=request.acting, now=clock.now(), **values)

    return _form_page(
        request,
        institution,
        form,
        title=_("Invite the head of the organisation"),
        save=save,
        done=_("The invitation is on its way to %(email)s.") % {"email": form.data.get("email", "")},
        about=_("The head receives a letter with a link, chooses a password, and invites everybody else of the organisation."),
        action=_("Send the invitation"),
    )


@login_required
@require_safe
def detail(request, pk):
    """What everybody who is signed in may know of an organisation."""
    institution = _institution_or_404(pk)
    context = {
        "institution": institution,
        "facts": _facts(institution),
        "links": [{"title": Text.of(link["title"]), "url": link["url"]} for link in institution.public_links],
        "programmes": Paginator(institution.programmes.all(), ON_A_PAGE).get_page(request.GET.get("page")),
        "licences": institution.licences.all(),
        "may_edit": heads(request.acting, institution),
        "may_add": keeps_records(request.acting, institution),
        **_first_head(request, institution),
    }
    return render(request, "institutions/detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request, pk):
    """The head changes the profile."""
    institution = _institution_or_404(pk)
    if not heads(request.acting, institution):
        raise PermissionDenied(_("Only the head of the organisation changes its profile."))
    form = ProfileForm(request.POST or None, institution=institution)

    def save(values):
        services.edit_profile(institution, values, by=request.acting, now=clock.now())

    return _form_page(request, institution, form, title=_("Change the profile"), save=save, done=_("The profile is saved."))


@login_required
@require_http_methods(["GET", "POST"])
def add_programme(request, pk):
    """The organisation adds a programme."""
    institution = _own_or_403(request, pk)
    form = ProgrammeForm(request.POST or None, level=institution.level)

    def save(values):
        services.add_programme(institution, by=request.acting, now=clock.now(), **values)

    return _form_page(request, institution, form, title=_("Add a programme"), save=save, done=_("The programme is added."))


@login_required
@require_http_methods(["GET", "POST"])
def add_licence(request, pk):
    """The organisation adds a licence or an annex."""
    institution = _own_or_403(request, pk)
    form = LicenceForm(request.POST or None)

    def save(values):
        services.add_licence(institution, by=request.acting, now=clock.now(), **values)

    return _form_page(request, institution, form, title=_("Add a licence"), save=save, done=_("The licence is added."))


def _form_page(request, institution, form, *, title, save, done, **words):
    """Show the form; on a good post save and go to the profile, on a bad one say what is wrong beside the field."""
    if request.method == "POST" and form.is_valid() and _saved(form, save):
        messages.success(request, done)
        return redirect("institutions:detail", pk=institution.pk)
    context = {"institution": institution, "form": form, "title": title, **words}
    return render(request, "institutions/form.html", context, status=422 if form.errors else 200)


def _saved(form, save):
    try:
        save(form.values())
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            form.add_error(name, sentences)
    except Refused as refused:
        form.add_error(None, [str(reason.text) for reason in refused.reasons])
    return not form.errors


def _first_head(request, institution):
    """What the page says of the head to those who may invite the first one."""
    if not may_invite_first_leader(request.acting, institution, clock.today()):
        return {}
    invitation = invitation_to_lead(institution, now=clock.now())
    may_handle_it = invitation is not None and may_handle(request.acting, invitation, clock.now())
    return {"may_invite_head": True, "invitation": invitation, "may_handle": may_handle_it, "now": clock.now()}


def _facts(institution):
    """The rows of the summary list."""
    return [
        (_("BIN"), institution.bin),
        (_("Level of education"), institution.get_level_display()),
        (_("Ownership"), institution.get_ownership_display()),
        (_("Founder"), institution.founder),
        (_("Region"), institution.region.name),
        (_("Address"), institution.address),
        (_("Head of the organisation"), institution.head_name),
        (_("Telephone"), institution.phone),
    ]


def _institution_or_404(pk):
    return get_object_or_404(Institution.objects.select_related("region"), pk=pk)


def _own_or_403(request, pk):
    institution = _institution_or_404(pk)
    if not keeps_records(request.acting, institution):
        raise PermissionDenied(_("Only the organisation itself keeps its programmes and licences."))
    return institution
