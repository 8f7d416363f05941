"""Addresses of the public register, of the verification of certificates, and of what the registrar downloads."""

from django.urls import path

from tarazy.external.register import views

app_name = "register"
urlpatterns = [
    path("register/", views.search, name="search"),
    path("register/entries.<str:kind>", views.data, name="data"),
    path("register/organisations/<str:bin>/", views.organisation, name="organisation"),
    path("register/decisions/<int:pk>/", views.entry, name="entry"),
    path("register/decisions/<int:pk>/report.pdf", views.report, name="report"),
    path("register/certificates/<int:pk>/<str:language>.pdf", views.certificate_file, name="certificate_file"),
    path("verify/", views.verify, name="verify"),
    path("verify/<path:number>/", views.certificate, name="certificate"),
    path("cases/<str:number>/certificate/", views.change, name="change"),
    path("cases/<str:number>/register/deqar.json", views.deqar, name="deqar"),
    path("cases/<str:number>/register/ministry-<str:language>.pdf", views.ministry_letter, name="ministry_letter"),
    path("cases/<str:number>/register/ministry.csv", views.ministry_table, name="ministry_table"),
]
