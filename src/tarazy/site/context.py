"""What every template may say of the site itself."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from tarazy.ground.notices.queries import unread_count
from tarazy.site.nav import navigation


def site(request):
    """Whether this is the demonstration, in which appointment the reader acts, and where they can go."""
    acting = getattr(request, "acting", None)
    unread = SimpleLazyObject(lambda: unread_count(request.user) if acting else 0)
    return {"demo": settings.DEMO, "acting": acting, "nav": navigation(request), "unread": unread}
