"""The addresses of this wing alone, so that its pages are tested by themselves."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("ui/", include("tarazy.ground.ui.urls")),
    path("drafts/", include("tarazy.reference.drafts.urls")),
    path("guidelines/", include("tarazy.reference.guidelines.urls")),
    path("standards/", include("tarazy.reference.correspondences.urls")),
    path("standards/", include("tarazy.reference.standards.urls")),
    path("", include("tarazy.reference.agencies.urls")),
    path("", include("tarazy.reference.institutions.urls")),
]
