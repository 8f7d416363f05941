"""The WSGI application, as granian serves it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarazy.site.settings")
application = get_wsgi_application()
