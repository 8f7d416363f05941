"""An agency's own standards; mounted at `/drafts/`."""

from django.urls import path

from tarazy.reference.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.own, name="list"),
    path("open/", views.put_out_now, name="open"),
    path("new/", views.begin, name="begin"),
    path("import/", views.bring, name="import"),
    path("<int:pk>/", views.draft, name="draft"),
    path("<int:pk>/head/", views.head, name="head"),
    path("<int:pk>/standards/new/", views.standard, name="new_standard"),
    path("<int:pk>/standards/<int:place>/", views.standard, name="standard"),
    path("<int:pk>/standards/<int:place>/criteria/new/", views.criterion, name="new_criterion"),
    path("<int:pk>/standards/<int:place>/criteria/<int:part>/", views.criterion, name="criterion"),
    path("<int:pk>/arrange/", views.arrange, name="arrange"),
    path("<int:pk>/changes/", views.changes, name="changes"),
    path("<int:pk>/comments/", views.comments, name="comments"),
    path("<int:pk>/comments/open/", views.put_out, name="put_out"),
    path("<int:pk>/comments/<int:comment>/", views.answer, name="answer"),
    path("<int:pk>/publish/", views.publish, name="publish"),
    path("<int:pk>/read/", views.read, name="read"),
    path("<int:pk>/read/<str:number>/", views.comment, name="comment"),
]
