"""What can be done with standards: loading sets."""

from tarazy.reference.standards.services.loading import load_all, load_package
from tarazy.reference.standards.services.writing import Loaded, Publication

__all__ = ["Loaded", "Publication", "load_all", "load_package"]
