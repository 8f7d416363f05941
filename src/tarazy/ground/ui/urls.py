"""The living style guide and the joined style sheets."""

from django.urls import path

from tarazy.ground.ui import bundle, views

app_name = "ui"
urlpatterns = [
    path("", views.guide, name="guide"),
    path("tarazy.<slug:mark>.css", bundle.styles, name="styles"),
    path("<slug:group>/", views.guide, name="group"),
]
