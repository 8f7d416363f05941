"""Addresses of the room; mounted at the root."""

from django.urls import path

from tarazy.ground.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.notices, name="list"),
    path("notices/read/", views.read_all, name="read_all"),
    path("notices/<int:pk>/read/", views.read, name="read"),
    path("demo/mail/", views.sent, name="sent"),
]
