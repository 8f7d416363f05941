"""What the self-assessment asks for. Nothing typed is ever thrown away: an empty answer is allowed, a wrong one comes back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.ground.documents.fields import DocumentField
from tarazy.internal.selfassessment.states import LANGUAGES
from tarazy.reference.standards.models import StandardsSet

TEXT_LIMIT = 30_000
# A page stays light: the choices show the newest pieces, the search of the bank reaches all of them.
SHOWN_PIECES = 100


class AnswerForm(forms.Form):
    """The answer to one criterion. `revision` is the state that the writer saw."""

    rating = forms.ChoiceField(label=_("Your own rating"), required=False, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What you do, and how you know that it works"),
        required=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 14, "class": "writing"}),
    )
    language = forms.ChoiceField(label=_("Language of the answer"), choices=LANGUAGES)
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args, assessment, **kwargs):
        super().__init__(*args, **kwargs)
        self.levels_count = len(assessment.levels)
        self.fields["rating"].choices = list(assessment.levels.items())
        # The length is judged here and said in a sentence; a browser would cut the text off in silence.
        self.fields["text"].widget.attrs.pop("maxlength", None)

    def clean_text(self):
        """One kind of line end, whichever way the text came: else the same text would look like a change."""
        return self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")

    def ratings(self):
        """Each choice of the scale with the blocks that stand for it: the best level has all of them."""
        return [(option, self.levels_count - place) for place, option in enumerate(self["rating"])]

    def said(self):
        """What was said, as `write_answer` takes it."""
        cleaned = self.cleaned_data
        return {**{key: cleaned[key] for key in ("rating", "text", "language")}, "seen_revision": cleaned["revision"]}


class EvidenceForm(forms.Form):
    """A new piece of evidence: a file or a link."""

    file = DocumentField(label=_("File"), required=False)
    link = forms.URLField(label=_("or a link"), required=False, max_length=200, assume_scheme="https")
    title = forms.CharField(
        label=_("Title of the piece"), required=False, max_length=300, help_text=_("A file that is given no title keeps its own name.")
    )
    period = forms.CharField(label=_("Period that it tells of"), required=False, max_length=60, help_text=_("For example 2025/26."))
    confidential = forms.BooleanField(
        label=_("This file is confidential"),
        required=False,
        help_text=_("You read it, the people of the agency who work on your case, and the experts who have signed. Nobody else does."),
    )

    def clean(self):
        """Either a file or a link, and a link says what it is."""
        cleaned = super().clean()
        file, link = cleaned.get("file"), cleaned.get("link")
        if file and link:
            self.add_error("link", _("Give either a file or a link; add the other one afterwards."))
        elif link and not cleaned.get("title"):
            self.add_error("title", _("Say what the link leads to."))
        elif link and cleaned.get("confidential"):
            self.add_error("confidential", _("What a link leads to cannot be kept confidential here: add the file itself."))
        elif not (file or link or self.errors):
            self.nothing_given()
        return cleaned

    def nothing_given(self):
        """Say that a file or a link is missing."""
        self.add_error("file", _("Choose a file, or give a link."))

    def new_piece(self):
        """The arguments of `add_evidence`, or None where no new piece is given."""
        cleaned = self.cleaned_data
        file, link = cleaned["file"], cleaned["link"]
        if not (file or link):
            return None
        title = cleaned["title"] or file.name.rsplit(".", 1)[0]
        return {"title": title[:300], "file": file, "link": link, "period": cleaned["period"], "confidential": cleaned["confidential"]}


class CitationForm(EvidenceForm):
    """Evidence for one criterion: a piece of the bank, or a new one. All of it may stay empty unless "Add" was pressed."""

    piece = forms.ModelChoiceField(label=_("From the bank"), queryset=None, required=False, empty_label=_("Choose"))
    field_order = ("piece", "file", "link", "title", "period", "confidential")

    def __init__(self, *args, bank, asked=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.fields["piece"].queryset = bank
        self.fields["piece"].choices = [("", _("Choose")), *((piece.pk, piece.title) for piece in bank[:SHOWN_PIECES])]

    def nothing_given(self):
        """Only "Add" and a description without a thing ask for one."""
        cleaned = self.cleaned_data
        if cleaned.get("piece"):
            if cleaned.get("confidential"):
                self.add_error("confidential", _("A piece of the bank keeps the mark that it was added with."))
            return
        if cleaned.get("title") or cleaned.get("period") or cleaned.get("confidential"):
            self.add_error("file", _("Choose a file, or give a link."))
        elif self.asked:
            self.add_error("piece", _("Choose a piece of the bank, a file, or give a link."))


class SearchForm(forms.Form):
    """What the bank is searched for."""

    q = forms.CharField(label=_("Name or period"), required=False, max_length=100)


class BeginForm(forms.Form):
    """A self-assessment of one's own."""

    purpose = forms.CharField(
        label=_("What it is for"), max_length=120, help_text=_("In your own words, for example “Yearly review 2026”.")
    )
    standards = forms.ModelChoiceField(
        label=_("Against which standards"), queryset=StandardsSet.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args, sets, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["standards"].queryset = sets
        if len(sets) == 1:
            self.fields["standards"].initial = sets[0].pk
        self.fields["standards"].label_from_instance = lambda chosen: f"{chosen.title} ({chosen.version})"
