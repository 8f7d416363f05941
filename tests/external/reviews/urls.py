"""The pages of this room, of those beneath it, and bare ones in place of the procedure's: what lies above is not asked."""

from django.http import HttpResponse
from django.urls import include, path

from tarazy.ground.ui import errors

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found


def _bare(request, **named):  # noqa: ARG001
    return HttpResponse("")


PROCEDURE = ([path("cases/<str:number>/", _bare, name="case"), path("cases/<str:number>/steps/<slug:key>/", _bare, name="step")], "procedure")
urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("ui/", include("tarazy.ground.ui.urls")),
    path("", include("tarazy.ground.people.urls")),
    path("", include("tarazy.external.cases.urls")),
    path("", include("tarazy.external.experts.urls")),
    path("", include("tarazy.external.reviews.urls")),
    path("", include(PROCEDURE)),
]
