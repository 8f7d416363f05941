"""The WSGI application, as granian serves it."""

import os

from django.core.wsgi import get_wsgi_application

from tarazy.site.processes import leave_with

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarazy.site.settings")
if os.environ.get("TARAZY_SERVER"):  # a killed server would leave its hands behind, on the port and in the database
    leave_with(int(os.environ["TARAZY_SERVER"]))
application = get_wsgi_application()
