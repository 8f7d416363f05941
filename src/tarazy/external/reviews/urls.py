"""Addresses of the evaluation's pages."""

from django.urls import path

from tarazy.external.reviews.views import editor, factual, panel, report, technical

app_name = "reviews"
CASE = "cases/<str:number>/"
STANDARD = CASE + "report/edit/<str:standard>/"

urlpatterns = [
    path(CASE + "review/", technical.technical, name="technical"),
    path(CASE + "review/<str:standard>/", technical.technical_standard, name="technical_standard"),
    path(CASE + "panel/", panel.panel, name="panel"),
    path(CASE + "panel/propose/", panel.propose, name="propose"),
    path(CASE + "panel/<int:seat>/withdraw/", panel.withdraw, name="withdraw"),
    path(CASE + "panel/challenges/<int:challenge>/evidence/", panel.challenge_evidence, name="challenge_evidence"),
    path(CASE + "report/", report.report, name="report"),
    path(CASE + "report.pdf", report.report_pdf, name="report_pdf"),
    path(CASE + "report/edit/", editor.frame, name="frame"),
    path(STANDARD, editor.standard, name="standard"),
    path(STANDARD + "new/", editor.finding, name="finding_new"),
    path(STANDARD + "<int:finding>/", editor.finding, name="finding"),
    path(STANDARD + "<int:finding>/remove/", editor.finding_remove, name="finding_remove"),
    path(CASE + "report/facts/", factual.factual, name="factual"),
    path(CASE + "report/facts/<int:item>/", factual.answer, name="answer"),
    path(CASE + "report/facts/<int:item>/remove/", factual.inaccuracy_remove, name="inaccuracy_remove"),
]
