"""What every template may say of the site itself."""

from django.conf import settings


def site(request):
    """Whether this is the demonstration, and in which appointment the reader acts."""
    return {"demo": settings.DEMO, "acting": getattr(request, "acting", None)}
