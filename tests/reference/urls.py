"""The site's addresses with this wing's, for tests of its pages."""

from django.urls import include, path

from tarazy.site.urls import urlpatterns as site

urlpatterns = [
    *site,
    path("standards/", include("tarazy.reference.standards.urls")),
    path("agencies/", include("tarazy.reference.agencies.urls")),
    path("institutions/", include("tarazy.reference.institutions.urls")),
]
