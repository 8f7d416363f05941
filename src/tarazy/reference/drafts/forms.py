"""Writing a draft: whatever is written is kept, whole or not; what is missing is told on the draft's page, not by refusing to save."""

from itertools import zip_longest

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.standards.names import ASKED_NAMES

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
LEAST_QUESTIONS, MOST_QUESTIONS = 3, 6  # on the page; in the format
MOST_LINES = 15_000  # twelve parts as long as the format takes them, with their ends of line


def _three(name, label, *, rows=0, lines=False, hint=""):
    """The fields of one text in three languages, by name; `rows` makes them areas, `lines` lists with a part in each line."""
    return {
        f"{name}_{code}": forms.CharField(
            label=format_lazy("{what} ({language})", what=label, language=language),
            required=False,
            strip=not lines,
            max_length=MOST_LINES if lines else 1000,
            widget=forms.Textarea(attrs={"rows": rows, "lang": code}) if rows else forms.TextInput(attrs={"lang": code}),
            help_text=hint if code == "kk" else "",
        )
        for code, language in LANGUAGE_NAMES.items()
    }


class ContentForm(forms.Form):
    """A form over a part of a draft's content: `start(part)` gives its initial values, `part()` what was written."""

    TEXTS: tuple[str, ...] = ()
    LISTS: tuple[str, ...] = ()
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def start(cls, part):
        """The initial values from the content."""
        initial = {f"{name}_{code}": part.get(name, {}).get(code, "") for name in cls.TEXTS for code in LANGUAGES}
        for name in cls.LISTS:
            for code in LANGUAGES:
                initial[f"{name}_{code}"] = "\n".join(one.get(code, "") for one in part.get(name, ()))
        return initial

    def part(self):
        """What was written, in the shape of the content; what is empty is left out."""
        found = {name: self._text(name) for name in self.TEXTS}
        found |= {name: self._lines(name) for name in self.LISTS}
        return {name: value for name, value in found.items() if value or name in ("title", "summary", "purpose", "text")}

    def rows(self):
        """The fields in rows: the three languages of a text side by side, every other field alone."""
        rows: dict[str, list] = {}
        for field in self.visible_fields():
            name, _sep, code = field.name.rpartition("_")
            rows.setdefault(name if code in LANGUAGES else field.name, []).append(field)
        return list(rows.values())

    def _text(self, name):
        """What was written, by language; a browser ends lines in a way of its own, which is no change of the text."""
        return {code: "\n".join(said.splitlines()) for code in LANGUAGES if (said := self.cleaned_data[f"{name}_{code}"].strip())}

    def _lines(self, name):
        """The parts of a list: an empty line keeps the place of what one language does not say yet."""
        said = [[line.strip() for line in self.cleaned_data[f"{name}_{code}"].splitlines()] for code in LANGUAGES]
        parts = [{code: line for code, line in zip(LANGUAGES, lines, strict=True) if line} for lines in zip_longest(*said, fillvalue="")]
        return [part for part in parts if part]


class HeadForm(ContentForm):
    """What the set as a whole is called and what it is for."""

    TEXTS = ("title", "summary")
    source = forms.CharField(
        label=_("Source"), max_length=200, required=False, help_text=_("The order or document that approves these standards.")
    )
    locals().update({**_three("title", _("Title")), **_three("summary", _("For whom it is and what for"), rows=3)})

    @classmethod
    def start(cls, part):
        """The initial values from the content."""
        return {**super().start(part), "source": part.get("source", "")}

    def part(self):
        """What was written."""
        return {**super().part(), "source": self.cleaned_data["source"]}


class StandardForm(ContentForm):
    """A standard without its criteria."""

    TEXTS = ("title", "purpose")
    locals().update({**_three("title", _("Title")), **_three("purpose", _("What it is for"), rows=3)})
    source = forms.CharField(
        label=_("Source"), max_length=200, required=False, help_text=_("The paragraph, order or decision it comes from.")
    )

    @classmethod
    def start(cls, part):
        """The initial values from the content."""
        return {**super().start(part), "source": part.get("source", "")}

    def part(self):
        """What was written."""
        return {**super().part(), "source": self.cleaned_data["source"]}


class CriterionForm(ContentForm):
    """A criterion with everything that an expert needs; lists have a line for each part, in the same order in each language."""

    TEXTS = ("text", "look_at")
    LISTS = ("evidence", "strength", "risk")
    _hint = _("One to a line, in the same order in each language.")
    locals().update(
        {
            **_three("text", _("What must hold"), rows=3),
            **_three("look_at", _("What an expert looks at"), rows=3),
            **_three("evidence", _("What usually proves it"), rows=4, lines=True, hint=_hint),
            **_three("strength", _("Signs of strength"), rows=3, lines=True, hint=_hint),
            **_three("risk", _("Signs of risk"), rows=3, lines=True, hint=_hint),
        }
    )
    source = forms.CharField(
        label=_("Source"), max_length=200, required=False, help_text=_("The paragraph, order or decision it comes from.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = [("", _("nobody")), *ASKED_NAMES.items()]
        for at in range(1, self._questions() + 1):
            who = format_lazy(_("Question {number}: who is asked"), number=at)
            self.fields[f"asked{at}"] = forms.ChoiceField(label=who, choices=asked, required=False)
            self.fields |= _three(f"question{at}", format_lazy(_("Question {number}"), number=at), rows=2)

    def _questions(self):
        """How many questions the page has room for: those that are there or were sent and one more, and no less than a few."""
        known = {*self.initial, *self.data}
        last = max((at for at in range(1, MOST_QUESTIONS + 1) if f"asked{at}" in known), default=0)
        return min(max(LEAST_QUESTIONS, last + 1), MOST_QUESTIONS)

    @classmethod
    def start(cls, part):
        """The initial values from the content."""
        initial = {**super().start(part), "source": part.get("source", "")}
        for at, one in enumerate(part.get("questions", ())[:MOST_QUESTIONS], start=1):
            initial[f"asked{at}"] = one["for"]
            initial |= {f"question{at}_{code}": one["text"].get(code, "") for code in LANGUAGES}
        return initial

    def part(self):
        """What was written."""
        questions = []
        for at in range(1, self._questions() + 1):
            text, asked = self._text(f"question{at}"), self.cleaned_data[f"asked{at}"]
            if text or asked:
                questions.append({"for": asked or "anyone", "text": text})
        return {**super().part(), "source": self.cleaned_data["source"], **({"questions": questions} if questions else {})}


class CopyForm(forms.Form):
    """From which set the draft begins, and how the agency's own set is called in short."""

    base = forms.ChoiceField(label=_("Begin from"))
    key = forms.CharField(
        label=_("Short name of your set"),
        required=False,
        max_length=60,
        help_text=_("Small Latin letters, digits and underscores; it stands in addresses and files and stays the same in all versions."),
    )
    replaces = forms.BooleanField(
        label=_("Once published, it judges new cases of our agency in place of the set it is copied from"), required=False
    )

    def __init__(self, *args, sets, agency, **kwargs):
        super().__init__(*args, **kwargs)
        self.agency, self.sets = agency, {str(one.pk): one for one in sets}
        self.fields["base"].choices = [(pk, f"{one.title} ({one.owner_name}, {one.version})") for pk, one in self.sets.items()]

    def clean(self):
        """A set that is not the agency's own needs a short name."""
        data = super().clean()
        chosen = self.sets.get(data.get("base"))
        if chosen is not None and chosen.agency_id != self.agency.pk and not data.get("key"):
            self.add_error("key", _("Give your set a short name."))
        return data


class ImportForm(forms.Form):
    """A package from a file."""

    file = forms.FileField(label=_("File"), help_text=_("A package as YAML, JSON or Excel workbook (.xlsx), at most 2 MB."))


class PutOutForm(forms.Form):
    """Until when the public may comment."""

    until = forms.DateField(label=_("Last day for comments"), widget=forms.DateInput)


class PublishForm(forms.Form):
    """Under which version and from when the draft holds."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.RegexField(
        r"^[0-9]{1,5}(\.[0-9]{1,5}){0,2}$", label=_("Version"), error_messages={"invalid": _("Write numbers parted by points, as 2026.1.")}
    )
    in_force_from = forms.DateField(label=_("Holds from"), widget=forms.DateInput)
    previous_until = forms.DateField(
        label=_("The version before can be chosen until"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Leave it empty where the old version ends when the new one begins."),
    )


class CommentForm(forms.Form):
    """What somebody thinks of a criterion."""

    name = forms.CharField(label=_("Your name"), max_length=120, help_text=_("It is shown with your comment."))
    text = forms.CharField(label=_("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, person=None, **kwargs):
        super().__init__(*args, **kwargs)
        if person is not None:
            del self.fields["name"]


class AnswerForm(forms.Form):
    """The agency's answer to a comment."""

    answer = forms.CharField(
        label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Everybody can read it.")
    )
