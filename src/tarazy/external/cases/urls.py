"""Addresses of what a case holds."""

from django.urls import path

from tarazy.external.cases.views import papers

app_name = "cases"
urlpatterns = [
    path("cases/<str:number>/self-assessment/", papers.selfassessment, name="selfassessment"),
    path("cases/<str:number>/documents/<int:pk>/", papers.document, name="document"),
    path("cases/<str:number>/reports/<int:submission>/", papers.submission, name="submission"),
    path("cases/<str:number>/reports/<int:submission>/evidence/<int:version>/", papers.evidence, name="evidence"),
]
