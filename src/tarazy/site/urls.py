"""Every address of the platform."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from tarazy.ground.ui import errors

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error

PREFIXES = {"tarazy.ground.ui": "ui/", "tarazy.reference.standards": "standards/"}
urlpatterns = [path("calendar/", include("tarazy.site.calendar.urls"))]
WAITING = ("tarazy.external.procedure",)
for room in settings.ROOMS:
    if find_spec(f"{room}.urls") and room not in WAITING:
        urlpatterns.append(path(PREFIXES.get(room, ""), include(f"{room}.urls")))
# After the rooms: people's own pages of sign-in answer a wrong form with 422, and stand at the same addresses.
urlpatterns.append(path("accounts/", include("allauth.urls")))
