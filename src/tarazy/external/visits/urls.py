"""Addresses of the visit's pages."""

from django.urls import path

from tarazy.external.visits import views

app_name = "visits"
CASE = "cases/<str:number>/"

urlpatterns = [
    path(CASE + "visit/", views.visit, name="visit"),
    path(CASE + "visit/days/", views.move_visit, name="move_visit"),
    path(CASE + "visit/new/", views.session, name="session_new"),
    path(CASE + "visit/<int:session>/", views.session, name="session"),
    path(CASE + "visit/<int:session>/remove/", views.session_remove, name="session_remove"),
    path(CASE + "visit.ics", views.calendar, name="calendar"),
    path(CASE + "visit/<int:session>.ics", views.calendar, name="session_calendar"),
]
