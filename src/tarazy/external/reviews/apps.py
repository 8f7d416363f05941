"""The room's place in Django."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Technical review, panel, declarations, challenge, site visit, external evaluation report, factual check."""

    name = "tarazy.external.reviews"
    label = "reviews"
