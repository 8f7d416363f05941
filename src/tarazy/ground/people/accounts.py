"""Allauth's pages, which answer a wrong form with 422 as every other page here does."""

from allauth.account import views
from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator


class Unprocessable:
    """A form that is not valid comes back with 422, its errors and what was typed."""

    def form_invalid(self, form):
        """The page again."""
        response = super().form_invalid(form)
        response.status_code = 422
        return response


class SignIn(Unprocessable, views.LoginView):
    """Sign in by e-mail and password."""


@method_decorator(login_required, name="dispatch")
class ChangePassword(Unprocessable, views.PasswordChangeView):
    """Change one's password."""


class ResetPassword(Unprocessable, views.PasswordResetView):
    """Ask for a link to set a new password."""
