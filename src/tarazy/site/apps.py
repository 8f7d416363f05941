"""The site's place in Django."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Settings, addresses, command line, the desk."""

    name = "tarazy.site"
    label = "site"

    def ready(self):
        """Tell the room of the Guidelines which pages carry them out."""
        from tarazy.site import carried

        carried.register()
