"""The Guidelines by level and by paragraph; mounted at `/guidelines/`."""

from django.urls import path

from tarazy.reference.guidelines import views

app_name = "guidelines"
urlpatterns = [
    path("", views.index, name="index"),
    path("paragraphs/", views.paragraphs, name="paragraphs"),
    path("<slug:key>/", views.level, name="level"),
]
