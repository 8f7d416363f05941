"""The public library of standards; mounted at `/standards/`."""

from django.urls import path

from tarazy.reference.standards import views

app_name = "standards"
urlpatterns = [
    path("", views.library, name="library"),
    path("package.schema.json", views.schema, name="schema"),
    path("<slug:key>/", views.show_set, name="set"),
    path("<slug:key>/<str:version>.yaml", views.export_yaml, name="yaml"),
    path("<slug:key>/<str:version>.json", views.export_json, name="json"),
    path("<slug:key>/<str:version>/", views.show_set, name="version"),
    path("<slug:key>/<str:version>/<str:number>/", views.show_standard, name="standard"),
]
