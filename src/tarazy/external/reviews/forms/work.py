"""The forms of the work pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import long_text
from tarazy.external.reviews.models import FactualItem, Finding
from tarazy.external.reviews.states import ANSWERS, FINDINGS, WRITTEN_IN


class RemarkForm(forms.Form):
    """The reviewer's word on one standard."""

    verdict = forms.ChoiceField(
        label=_("This standard"), choices=[("ready", _("Ready")), ("rework", _("Goes back for rework"))], widget=forms.RadioSelect
    )
    text = long_text(_("What to rework, or a remark"), rows=4, required=False)

    def clean(self):
        """What goes back needs words."""
        cleaned = super().clean()
        if cleaned.get("verdict") == "rework" and not cleaned.get("text"):
            self.add_error("text", _("Say what the institution should rework in this standard."))
        return cleaned


class WithdrawForm(forms.Form):
    """Why an expert is taken off a seat."""

    why = forms.CharField(label=_("Why"), max_length=200)


class FrameForm(forms.Form):
    """The parts of the report that belong to no standard."""

    language = forms.ChoiceField(label=_("Language of the report"), choices=WRITTEN_IN)
    context = long_text(_("Context"), required=False, hint=_("The organisation, its size, its programmes, what has changed."))
    procedure = long_text(_("How the evaluation was carried out"), required=False, hint=_("What the panel read, whom it met, what it saw."))
    overall = long_text(_("Overall conclusions"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)


class JudgementForm(forms.Form):
    """The panel's judgement on one standard."""

    OPEN = "open"  # stands for "" on the page, where every choice has a word
    level = forms.ChoiceField(label=_("Judgement"), widget=forms.RadioSelect)
    analysis = long_text(
        _("Evidence and analysis"), rows=12, required=False, hint=_("What the panel saw and read, and what follows from it.")
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, scale, locked=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [*((entry.key, str(entry.name)) for entry in scale), (self.OPEN, _("not judged yet"))]
        self.fields["level"].disabled = locked

    def clean_level(self):
        """A judgement may wait until the analysis is written."""
        level = self.cleaned_data["level"]
        return "" if level == self.OPEN else level


class FindingForm(forms.Form):
    """A remark, a recommendation or a good practice."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(FINDINGS.items()), widget=forms.RadioSelect)
    text = long_text(_("Text"), rows=4)
    basis = long_text(_("What it rests on"), rows=2, required=False, hint=_("A document, an interview, an observation of the visit."))
    criterion = forms.ModelChoiceField(label=_("Criterion"), queryset=None, required=False, empty_label=_("none in particular"))
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, standard, finding=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = standard.criteria.all()
        if finding is not None:
            self.fields["kind"].disabled = True
            self.initial = {name: getattr(finding, name) for name in self.fields} | self.initial
        else:
            self.fields["kind"].initial = Finding.Kind.REMARK


class InaccuracyForm(forms.Form):
    """A sentence of the report and what is right."""

    standard = forms.ModelChoiceField(label=_("Standard"), queryset=None, required=False, empty_label=_("none in particular"))
    passage = long_text(_("The passage of the report"), rows=2, hint=_("Copy the sentence as it stands."))
    correction = long_text(_("What is right, and what shows it"), rows=3)

    def __init__(self, *args, standards, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["standard"].queryset = standards


class AnswerForm(forms.Form):
    """The panel's answer to one item."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=[(key, word) for key, word in ANSWERS.items() if key != "pending"], widget=forms.RadioSelect
    )
    text = long_text(_("Why"), rows=2, required=False, hint=_("Needed when the passage stays as it is."))

    def clean(self):
        """A kept passage needs its reason."""
        cleaned = super().clean()
        if cleaned.get("answer") == FactualItem.Answer.KEPT and not cleaned.get("text"):
            self.add_error("text", _("Say why the passage stays as it is."))
        return cleaned
