"""Addresses of the cases and their steps."""

from django.urls import path

from tarazy.external.procedure import views

app_name = "procedure"
urlpatterns = [
    path("cases/", views.case_list, name="cases"),
    path("cases/new/", views.new_case, name="new"),
    path("cases/<str:number>/", views.case, name="case"),
    path("cases/<str:number>/messages/", views.message, name="message"),
    path("cases/<str:number>/journal/", views.journal, name="journal"),
    path("cases/<str:number>/steps/<slug:key>/", views.step, name="step"),
    path("how-it-works/", views.editions, name="editions"),
    path("how-it-works/<slug:key>/", views.edition, name="edition"),
]
