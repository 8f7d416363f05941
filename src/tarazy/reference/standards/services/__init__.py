"""What can be done with standards: loading sets and crosswalks, confirming and disputing correspondences."""

from tarazy.reference.standards.services.crosswalk import answer_dispute, confirm, dispute, load_crosswalks
from tarazy.reference.standards.services.loading import Loaded, Publication, load_all, load_package

__all__ = [
    "Loaded",
    "Publication",
    "answer_dispute",
    "confirm",
    "dispute",
    "load_all",
    "load_crosswalks",
    "load_package",
]
