"""Pages for what went wrong: each says what happened, whose turn it is, and where to go on."""

from django.core.exceptions import RequestDataTooBig
from django.shortcuts import render


def bad_request(request, exception=None):
    """400: the request could not be understood; 413 where it was only too long."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return render(request, "400.html", status=400)


def permission_denied(request, exception=None):
    """403: the reader may not see or do this in the appointment in which they act."""
    return render(request, "403.html", status=403)


def page_not_found(request, exception=None):
    """404: there is no such page, or it is not this reader's to see; which of the two is not told."""
    return render(request, "404.html", {"path": request.path}, status=404)


def csrf_failure(request, reason=""):
    """403 for a form that expired: nothing was saved; the way back keeps what was typed."""
    return render(request, "403.html", {"expired": True}, status=403)


def conflict(request, reasons=(), *, since=(), url=""):
    """409: the page was stale. `reasons` are refusals, `since` what happened meanwhile (`.text`, `.when`), `url` the fresh page."""
    return render(request, "409.html", {"refusals": reasons, "since": since, "url": url or request.path}, status=409)


def too_large(request, *, limit=None, name=""):
    """413: a file over the limit (in bytes), or more text than any page here asks for."""
    return render(request, "413.html", {"limit": limit and limit // 1024**2, "name": name}, status=413)


def unprocessable(request, reasons=(), *, url=""):
    """422: what was sent cannot be taken as it is, and no form is there to say so beside its field."""
    return render(request, "422.html", {"refusals": reasons, "url": url}, status=422)


def server_error(request):
    """500: our fault. The page depends on nothing: no database, no catalogue, no style sheet."""
    from django.http import HttpResponseServerError
    from django.template.loader import get_template

    return HttpResponseServerError(get_template("500.html").template.source)
