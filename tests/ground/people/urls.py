"""Addresses for the tests of these rooms: those of the ground, and a desk to arrive at."""

from django.http import HttpResponse  # noqa: TID251 (a page of the tests)
from django.urls import include, path

urlpatterns = [
    path("", include("tarazy.ground.people.urls")),
    path("", include("tarazy.ground.notices.urls")),
    path("accounts/", include("allauth.urls")),
    path("ui/", include("tarazy.ground.ui.urls")),
    path("desk/", lambda request: HttpResponse(f"desk of {request.acting}"), name="desk"),
]
