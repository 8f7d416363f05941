"""Every address of the platform."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("ui/", include("tarazy.ground.ui.urls")),
]
