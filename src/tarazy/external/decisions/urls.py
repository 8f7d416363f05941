"""Addresses of the council."""

from django.urls import path

from tarazy.external.decisions import views

app_name = "decisions"
CASE = "cases/<str:number>/"
urlpatterns = [
    path("council/", views.sessions, name="sessions"),
    path("council/<int:pk>/", views.session, name="session"),
    path(CASE + "council/", views.question, name="question"),
    path(CASE + "council/ballot/", views.ballot, name="ballot"),
    path(CASE + "council/report.pdf", views.report, name="report"),
    path(CASE + "council/papers/<slug:step>/", views.paper, name="paper"),
    path(CASE + "decision/", views.decision, name="decision"),
    path(CASE + "decision/notice.pdf", views.notice, name="notice"),
]
