"""The public library of standards; mounted at `/standards/`."""

from django.urls import path

from tarazy.reference.standards import views

app_name = "standards"
urlpatterns = [
    path("", views.library, name="library"),
    path("find/", views.find, name="find"),
    path("package.schema.json", views.schema, name="schema"),
    path("crosswalk.schema.json", views.crosswalk_schema, name="crosswalk_schema"),
    path("correspondences/", views.disputes, name="disputes"),
    path("correspondences/<int:pk>/confirm/", views.confirm, name="confirm"),
    path("correspondences/<int:pk>/dispute/", views.dispute, name="dispute"),
    path("correspondences/<int:pk>/answer/", views.answer, name="answer"),
    path("<slug:key>/", views.show_set, name="set"),
    path("<slug:key>/versions/", views.versions, name="versions"),
    path("<slug:key>/versions/<str:old>/<str:new>/", views.difference, name="difference"),
    path("<slug:key>/gaps/<slug:other>/", views.gaps, name="gaps"),
    path("<slug:key>/graph/<str:number>/", views.graph, name="graph"),
    path("<slug:key>/<str:version>.<str:ending>", views.export, name="export"),
    path("<slug:key>/<str:version>/", views.show_set, name="version"),
    path("<slug:key>/<str:version>/<str:number>/", views.show_standard, name="standard"),
]
