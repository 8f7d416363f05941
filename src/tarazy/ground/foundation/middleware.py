"""Input that no text can hold."""

from django.core.exceptions import BadRequest

NUL = "\x00"


class NoNulMiddleware:
    """Answers 400 to a request with a NUL character in its path, query, cookies, form or file names.

    PostgreSQL stores no such text, so that any search or form would end in an error of ours instead of theirs.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Refuse it, or pass it on."""
        if any(NUL in text for text in _texts(request)):
            message = "A NUL character in the request."
            raise BadRequest(message)
        return self.get_response(request)


def _texts(request):
    yield request.path_info
    yield from request.COOKIES.values()
    for sent in (request.GET, request.POST):
        for name, values in sent.lists():
            yield name
            yield from values
    for name, files in request.FILES.lists():
        yield name
        yield from (file.name for file in files)
