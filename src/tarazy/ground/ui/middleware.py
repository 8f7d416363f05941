"""The reader's own choices, taken from the address and kept in cookies, which works without JavaScript; and what is too large."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponseRedirect

from tarazy.ground.ui.errors import too_large

LANGUAGES = ("kk", "ru", "en")
THEMES = ("light", "dark", "auto")
YEAR = 365 * 24 * 3600


class LanguageMiddleware:
    """`?lang=kk` and `?theme=dark` on any address set a cookie and lead back to the address without them.

    Stands before LocaleMiddleware, which reads the cookie. Other parameters of the query stay, in their order.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Redirect where something was chosen; pass everything else on."""
        if request.method not in ("GET", "HEAD") or not {"lang", "theme"} & request.GET.keys():
            return self.get_response(request)
        response = HttpResponseRedirect(_address_without_choices(request))
        _keep(response, settings.LANGUAGE_COOKIE_NAME, request.GET.get("lang"), LANGUAGES)
        _keep(response, "theme", request.GET.get("theme"), THEMES)
        return response


class RequestSizeMiddleware:
    """Answers 413 to a request that is larger than any form here can be, before any of it is read or kept.

    Stands behind LocaleMiddleware, which knows the reader's language, and before whatever reads forms.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Refuse it, or pass it on."""
        said = request.META.get("CONTENT_LENGTH") or "0"
        if said.isdecimal() and int(said) > settings.REQUEST_MAX_BYTES:
            return too_large(request, limit=settings.DOCUMENT_MAX_BYTES)
        return self.get_response(request)


def _address_without_choices(request):
    kept = [(key, value) for key, values in request.GET.lists() if key not in ("lang", "theme") for value in values]
    # Two slashes at the start would lead to another host.
    path = "/" + request.get_full_path().split("?", 1)[0].lstrip("/")
    return f"{path}?{urlencode(kept)}" if kept else path


def _keep(response, name, chosen, allowed):
    if chosen not in allowed:
        return
    if chosen == "auto":
        response.delete_cookie(name)
    else:
        response.set_cookie(name, chosen, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=True)
