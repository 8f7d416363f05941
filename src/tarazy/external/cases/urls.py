"""Addresses of what a case holds."""

from django.urls import path

from tarazy.external.cases import views

app_name = "cases"
urlpatterns = [
    path("cases/<str:number>/self-assessment/", views.selfassessment, name="selfassessment"),
    path("cases/<str:number>/documents/<int:pk>/", views.document, name="document"),
    path("cases/<str:number>/reports/<int:submission>/", views.submission, name="submission"),
    path("cases/<str:number>/reports/<int:submission>/evidence/<int:version>/", views.evidence, name="evidence"),
]
