"""The public library of standards; mounted at `/standards/`."""

from django.urls import path

from tarazy.reference.standards.views import files, graph, library, sets

app_name = "standards"
urlpatterns = [
    path("", library.library, name="library"),
    path("find/", library.find, name="find"),
    path("package.schema.json", files.schema, name="schema"),
    path("crosswalk.schema.json", files.crosswalk_schema, name="crosswalk_schema"),
    path("correspondences/", graph.disputes, name="disputes"),
    path("correspondences/<int:pk>/confirm/", graph.confirm, name="confirm"),
    path("correspondences/<int:pk>/dispute/", graph.dispute, name="dispute"),
    path("correspondences/<int:pk>/answer/", graph.answer, name="answer"),
    path("<slug:key>/", sets.show_set, name="set"),
    path("<slug:key>/versions/", sets.versions, name="versions"),
    path("<slug:key>/versions/<str:old>/<str:new>/", sets.difference, name="difference"),
    path("<slug:key>/gaps/<slug:other>/", graph.gaps, name="gaps"),
    path("<slug:key>/graph/<str:number>/", graph.graph, name="graph"),
    path("<slug:key>/<str:version>.<str:ending>", files.export, name="export"),
    path("<slug:key>/<str:version>/", sets.show_set, name="version"),
    path("<slug:key>/<str:version>/<str:number>/", sets.show_standard, name="standard"),
]
