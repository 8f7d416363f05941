"""The room's place in Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files with versions and checksums; typeset PDFs."""

    name = "tarazy.ground.documents"
    label = "documents"
