"""A notice as an e-mail, in the language in which it was written."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context, engines
from django.utils import translation

from tarazy.ground.notices.models import Notice
from tarazy.ground.notices.queries import addressed


def plain_text(template: str, **words: Any) -> str:
    """A template of plain text, rendered in the active language; nothing is escaped, for nothing reads it as HTML."""
    made = engines["django"].get_template(template).template  # type: ignore[attr-defined]
    return str(made.render(Context(words, autoescape=False)))


def letter(notice: Notice) -> EmailMessage:
    """The e-mail of `notice`. A letter that is sent twice carries the same `Message-ID`, so that it can be recognised."""
    [notice] = addressed([notice])
    link = settings.SITE_ADDRESS.rstrip("/") + notice.address if notice.address else ""
    with translation.override(notice.language):
        text = plain_text("notices/letter.txt", notice=notice, link=link, address=settings.SITE_ADDRESS)
    headers = {
        "Message-ID": f"<notice-{notice.pk}@{urlsplit(settings.SITE_ADDRESS).hostname or 'tarazy'}>",
        "Content-Language": notice.language,
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(notice.subject, text, to=[notice.person.email], headers=headers)
