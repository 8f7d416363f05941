"""The calendar's page alone."""

from django.urls import include, path

urlpatterns = [
    path("calendar/", include("tarazy.site.calendar.urls")),
    path("accounts/", include("allauth.urls")),
    path("ui/", include("tarazy.ground.ui.urls")),
]
