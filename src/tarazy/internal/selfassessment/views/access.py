"""What every page of this room begins with."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404

from tarazy.ground.ui import errors
from tarazy.internal.selfassessment.models import SelfAssessment
from tarazy.internal.selfassessment.rules import works_on_selfassessment
from tarazy.reference.institutions.models import Institution

METHODS = ["GET", "HEAD", "POST"]


def own_institution(request):
    """The institution for which the reader acts; 404 for everybody who has none of these pages."""
    if not works_on_selfassessment(request.acting):
        raise Http404
    return get_object_or_404(Institution, pk=request.acting.body_id)


def own_assessment(request, pk):
    """A self-assessment of the reader's institution; 404 for everybody else, the agency included."""
    visible = SelfAssessment.objects.visible_to(request.acting).select_related("standards", "institution")
    return get_object_or_404(visible, pk=pk)


def keeps_what_was_typed(view):
    """`login_required`, but a text that arrives after the session ended is not sent to the sign-in page and lost there.

    The answer tells the writer to go back, where the browser still has the text.
    """
    signed_in = login_required(view)

    @wraps(view)
    def judged(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            return errors.csrf_failure(request)
        return signed_in(request, *args, **kwargs)

    return judged
