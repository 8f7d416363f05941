"""What can be done with standards: loading sets."""

from tarazy.reference.standards.services.loading import Loaded, Publication, load_all, load_package

__all__ = ["Loaded", "Publication", "load_all", "load_package"]
