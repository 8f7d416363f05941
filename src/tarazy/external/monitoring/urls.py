"""Addresses of monitoring."""

from django.urls import path

from tarazy.external.monitoring import views

app_name = "monitoring"
urlpatterns = [
    path("cases/<str:number>/plan/", views.plan, name="plan"),
    path("cases/<str:number>/plan/<int:finding>/", views.action, name="action"),
    path("cases/<str:number>/plan/actions/<int:action>/", views.progress, name="progress"),
    path("monitoring/", views.duties, name="duties"),
]
