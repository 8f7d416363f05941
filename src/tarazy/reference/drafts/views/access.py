"""Whose page it is: the agency of the reader, and its drafts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.reference.agencies.models import Agency
from tarazy.reference.drafts.models import Draft
from tarazy.reference.drafts.rules import may_edit


def own_agency(request):
    """The agency whose standards the reader writes; 404 for whoever acts in no agency, 403 for its other people."""
    agency = Agency.objects.filter(pk=request.acting.body_id).first() if request.acting else None
    if agency is None:
        raise Http404
    if not may_edit(request.acting, agency):
        raise PermissionDenied(_("Only the agency’s head and its coordinators write its standards."))
    return agency


def own_draft(request, pk):
    """A draft of the reader's agency."""
    return get_object_or_404(Draft.objects.select_related("agency", "published", "changed_by__person"), pk=pk, agency=own_agency(request))


def open_draft(request, pk):
    """A draft of the reader's agency that can still be changed."""
    found = own_draft(request, pk)
    if found.published_id:
        raise Http404
    return found


def crumbs_of(draft, *last):
    """The way to a draft's pages."""
    return [
        (_("Own standards"), reverse("drafts:list")),
        (draft.title, draft.get_absolute_url() if last else ""),
        *((one, "") for one in last),
    ]
