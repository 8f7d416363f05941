"""Addresses of the calendar's page."""

from django.urls import path

from tarazy.site.calendar import views

app_name = "calendar"
urlpatterns = [
    path("", views.tables, name="tables"),
    path("<slug:table>/", views.add, name="add"),
    path("<slug:table>/<int:pk>/remove/", views.remove, name="remove"),
]
