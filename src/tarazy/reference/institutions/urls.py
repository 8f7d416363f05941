"""Organisations as signed-in people see them."""

from django.urls import path

from tarazy.reference.institutions import views

app_name = "institutions"
urlpatterns = [
    path("institutions/", views.find, name="list"),
    path("institutions/register/", views.register, name="register"),
    path("institutions/<int:pk>/head/", views.invite_head, name="invite_head"),
    path("institutions/<int:pk>/", views.detail, name="detail"),
    path("institutions/<int:pk>/edit/", views.edit, name="edit"),
    path("institutions/<int:pk>/programmes/add/", views.add_programme, name="add_programme"),
    path("institutions/<int:pk>/licences/add/", views.add_licence, name="add_licence"),
]
