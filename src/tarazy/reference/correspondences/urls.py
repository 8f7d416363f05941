"""Correspondences of standards; mounted at `/standards/`, before the library, whose own patterns would catch these addresses."""

from django.urls import path

from tarazy.reference.correspondences.views import files, graph, review

app_name = "correspondences"
urlpatterns = [
    path("crosswalk.schema.json", files.schema, name="schema"),
    path("correspondences/", review.disputes, name="disputes"),
    path("correspondences/<int:pk>/confirm/", review.confirm, name="confirm"),
    path("correspondences/<int:pk>/dispute/", review.dispute, name="dispute"),
    path("correspondences/<int:pk>/answer/", review.answer, name="answer"),
    path("<slug:key>/gaps/<slug:other>/", graph.gaps, name="gaps"),
    path("<slug:key>/graph/<str:number>/", graph.graph, name="graph"),
    path("<slug:key>/<str:version>.jsonld", files.export, name="skos"),
]
