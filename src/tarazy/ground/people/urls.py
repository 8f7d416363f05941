"""Addresses of the room; mounted at the root, before allauth's, whose forms it answers with 422 where they are wrong."""

from django.urls import path

from tarazy.ground.people import accounts, views

app_name = "people"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/acting/", views.acting, name="acting"),
    path("people/", views.appointments, name="appointments"),
    path("people/<int:pk>/end/", views.end, name="end"),
    path("people/invitations/", views.invitations, name="invitations"),
    path("people/invitations/<int:pk>/again/", views.invite_again, name="invite_again"),
    path("people/invitations/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("invitations/<slug:token>/", views.accept, name="accept"),
    path("accounts/login/", accounts.SignIn.as_view(), name="sign_in"),
    path("accounts/password/change/", accounts.ChangePassword.as_view(), name="change_password"),
    path("accounts/password/reset/", accounts.ResetPassword.as_view(), name="reset_password"),
]
