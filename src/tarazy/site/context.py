"""What every template may say of the site itself."""

from django.conf import settings

from tarazy.site.nav import navigation


def site(request):
    """Whether this is the demonstration, in which appointment the reader acts, and where they can go."""
    return {"demo": settings.DEMO, "acting": getattr(request, "acting", None), "nav": navigation(request)}
