"""Addresses of seminars."""

from django.urls import path

from tarazy.external.seminars import views

app_name = "seminars"
urlpatterns = [
    path("seminars/", views.seminars, name="list"),
    path("seminars/new/", views.new, name="new"),
    path("seminars/<int:pk>/", views.seminar, name="seminar"),
]
