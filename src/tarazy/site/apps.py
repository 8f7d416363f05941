"""The site's place in Django."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Settings, addresses, command line, the desk."""

    name = "tarazy.site"
    label = "site"
