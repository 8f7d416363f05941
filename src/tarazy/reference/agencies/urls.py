"""Rulebooks and councils."""

from django.urls import path

from tarazy.reference.agencies import views

app_name = "agencies"
urlpatterns = [
    path("agencies/rulebook/", views.own_rulebook, name="rulebook"),
    path("agencies/rulebook/edit/", views.edit_rulebook, name="edit"),
    path("agencies/<int:pk>/rulebook/", views.rulebook_in_force, name="in_force"),
    path("agencies/<int:pk>/rulebook/<int:version>/", views.rulebook_version, name="version"),
    path("agencies/council/", views.council, name="council"),
    path("agencies/council/<int:pk>/end/", views.end_seat, name="end_seat"),
]
