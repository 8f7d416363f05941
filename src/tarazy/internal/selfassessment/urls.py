"""Addresses of the self-assessment and of the bank of evidence."""

from django.urls import path

from tarazy.internal.selfassessment.views import editor, evidence, overview

app_name = "selfassessment"
urlpatterns = [
    path("self-assessment/", overview.own, name="list"),
    path("self-assessment/begin/", overview.begin, name="begin"),
    path("self-assessment/<int:pk>/", editor.edit, name="edit"),
    path("self-assessment/<int:pk>/progress/", overview.progress, name="progress"),
    path("self-assessment/<int:pk>/newer/", overview.newer, name="newer"),
    path("self-assessment/<int:pk>/<str:standard>/<str:number>/", editor.criterion, name="criterion"),
    path("evidence/", evidence.bank, name="evidence"),
    path("evidence/add/", evidence.add, name="add_evidence"),
    path("evidence/<int:pk>/file/", evidence.file, name="evidence_file"),
]
