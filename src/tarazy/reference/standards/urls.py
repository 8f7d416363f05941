"""The public library of standards; mounted at `/standards/`."""

from django.urls import path

from tarazy.reference.standards.views import files, library, sets

app_name = "standards"
urlpatterns = [
    path("", library.library, name="library"),
    path("find/", library.find, name="find"),
    path("package.schema.json", files.schema, name="schema"),
    path("<slug:key>/", sets.show_set, name="set"),
    path("<slug:key>/versions/", sets.versions, name="versions"),
    path("<slug:key>/versions/<str:old>/<str:new>/", sets.difference, name="difference"),
    path("<slug:key>/<str:version>.<str:ending>", files.export, name="export"),
    path("<slug:key>/<str:version>/", sets.show_set, name="version"),
    path("<slug:key>/<str:version>/<str:number>/", sets.show_standard, name="standard"),
]
