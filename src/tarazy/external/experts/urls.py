"""Addresses of the pool of experts."""

from django.urls import path

from tarazy.external.experts import views

app_name = "experts"
urlpatterns = [
    path("experts/", views.pool, name="pool"),
    path("experts/add/", views.add, name="add"),
    path("experts/me/", views.mine, name="mine"),
    path("experts/<int:pk>/", views.expert, name="expert"),
    path("experts/<int:pk>/competence/", views.competence, name="competence"),
    path("experts/<int:pk>/certificate/", views.certificate, name="certificate"),
    path("experts/<int:pk>/interest/", views.interest, name="interest"),
]
