"""Where a form may lead back to."""

from django.utils.http import url_has_allowed_host_and_scheme


def local(request, url):
    """The address if it is one of this site, else ""."""
    hosts = {request.get_host()}
    return url if url and url_has_allowed_host_and_scheme(url, hosts, require_https=request.is_secure()) else ""
