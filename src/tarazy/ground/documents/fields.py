"""Form fields for files. What is wrong with a file is said beside its field, in the reader's language."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext

from tarazy.ground.documents.kinds import ACCEPT
from tarazy.ground.documents.refusals import MEGABYTE
from tarazy.ground.documents.services import clean_name
from tarazy.ground.documents.sniff import sniff
from tarazy.ground.foundation.errors import Refused


def _allowed():
    return gettext("PDF, Word (.docx), Excel (.xlsx), PNG, JPEG or WebP, up to %(limit)s MB.") % {
        "limit": f"{settings.DOCUMENT_MAX_BYTES / MEGABYTE:g}"
    }


def _allowed_several(most):
    return ngettext(
        "%(most)s file at most: PDF, Word (.docx), Excel (.xlsx), PNG, JPEG or WebP, up to %(limit)s MB.",
        "%(most)s files at most: PDF, Word (.docx), Excel (.xlsx), PNG, JPEG or WebP, up to %(limit)s MB each.",
        most,
    ) % {"most": most, "limit": f"{settings.DOCUMENT_MAX_BYTES / MEGABYTE:g}"}


allowed, allowed_several = lazy(_allowed, str), lazy(_allowed_several, str)


class FileInput(forms.FileInput):
    """A file input that offers the accepted kinds first; `sniff` decides."""

    def __init__(self, attrs=None):
        super().__init__({"accept": ACCEPT, **(attrs or {})})


class FilesInput(FileInput):
    """A file input for several files at once."""

    allow_multiple_selected = True


class DocumentField(forms.FileField):
    """One file of an accepted kind and size; the hint tells which, after the field's own hint."""

    widget = FileInput

    def __init__(self, *, help_text="", **options):
        hint = self.hint()
        super().__init__(
            help_text=format_lazy("{} {}", help_text, hint) if help_text else hint,
            allow_empty_file=True,  # `sniff` says it with the file's name
            **options,
        )

    def hint(self):
        """What may be handed in."""
        return allowed()

    def to_python(self, data):
        """The uploaded file, its content judged; None for none."""
        file = super().to_python(data)
        if file is None:
            return None
        try:
            sniff(file, name=clean_name(file.name))
        except Refused as refused:
            raise ValidationError([reason.text for reason in refused.reasons], code="refused") from refused
        return file


class DocumentsField(DocumentField):
    """Several files, at most `most`; each that is refused gets its own sentence. Cleans to a list."""

    widget = FilesInput

    def __init__(self, *, most=10, **options):
        self.most = most
        super().__init__(**options)

    def hint(self):
        """How many of what may be handed in."""
        return allowed_several(self.most)

    def clean(self, data, initial=None):
        """The list of uploaded files; `initial` only matters to `required`."""
        files = [file for file in (data if isinstance(data, (list, tuple)) else [data]) if file]
        if not files:
            kept = super().clean(None, initial)
            return kept or []
        if len(files) > self.most:
            raise ValidationError(self.too_many(), code="too_many")
        cleaned, errors = [], []
        for file in files:
            try:
                cleaned.append(super().clean(file))
            except ValidationError as wrong:
                errors.append(wrong)
        if errors:
            raise ValidationError(errors)
        return cleaned

    def too_many(self):
        """The sentence for more files than `most`."""
        return ngettext("Choose at most %(most)s file at once.", "Choose at most %(most)s files at once.", self.most) % {"most": self.most}
