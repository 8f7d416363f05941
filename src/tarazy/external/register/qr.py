"""The code printed on a certificate, as a path that a page draws in its own colours."""

from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse

from tarazy.external.register.models import Certificate


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of `address`: `size` modules each way, the dark ones as an SVG path."""

    address: str
    size: int
    path: str


def address(certificate: Certificate) -> str:
    """Where the certificate is verified; its number stands in the address, safely spelled."""
    return settings.SITE_ADDRESS + reverse("register:certificate", args=[certificate.number])


def drawn(address: str) -> Code:
    """The code of an address."""
    rows = segno.make(address, error="m", micro=False).matrix
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module]
    return Code(address, len(rows), "".join(dark))
