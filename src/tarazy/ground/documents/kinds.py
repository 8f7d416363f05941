"""The kinds of file that people may hand in; what a browser is told of them."""

from dataclasses import dataclass

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: what people call it, its media type, the extensions that its files may carry (the usual one first)."""

    name: str
    media_type: str
    extensions: tuple[str, ...]
    shown_in_page: bool = False


PDF = Kind("PDF", "application/pdf", (".pdf",), shown_in_page=True)
WORD = Kind("Word", f"{OFFICE}.wordprocessingml.document", (".docx",))
EXCEL = Kind("Excel", f"{OFFICE}.spreadsheetml.sheet", (".xlsx",))
PNG = Kind("PNG", "image/png", (".png",), shown_in_page=True)
JPEG = Kind("JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe"), shown_in_page=True)
WEBP = Kind("WebP", "image/webp", (".webp",), shown_in_page=True)

KINDS = (PDF, WORD, EXCEL, PNG, JPEG, WEBP)
BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS}
EXTENSIONS = tuple(extension for kind in KINDS for extension in kind.extensions)
# The attribute `accept` of a file input: a hint to the browser's dialogue, never a check.
ACCEPT = ",".join((*EXTENSIONS, *BY_MEDIA_TYPE))
