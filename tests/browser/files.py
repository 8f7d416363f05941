"""Files that people choose in their browsers."""

from io import BytesIO

from pypdf import PdfWriter


def pdf(name):
    """A small real PDF."""
    writer, held = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(held)
    return {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": held.getvalue()}
