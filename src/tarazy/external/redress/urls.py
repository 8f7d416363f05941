"""Addresses of the two remedies."""

from django.urls import path

from tarazy.external.redress import views

app_name = "redress"
CASE = "cases/<str:number>/"
urlpatterns = [
    path("remedies/", views.remedies, name="remedies"),
    path("complaints/", views.complaint_list, name="complaint_list"),
    path("complaints/<int:pk>/", views.complaint, name="complaint"),
    path("complaints/<int:pk>/evidence/", views.evidence, name="evidence"),
    path(CASE + "complaints/", views.complaints, name="complaints"),
    path(CASE + "complaints/new/", views.new, name="new"),
    path(CASE + "appeal/commission/", views.commission, name="commission"),
]
