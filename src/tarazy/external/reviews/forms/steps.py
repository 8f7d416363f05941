"""The forms of the evaluation's steps, in the order of the procedure."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import StepForm, long_text
from tarazy.external.reviews.models import Seat
from tarazy.external.reviews.queries.panel import may_be_challenged
from tarazy.external.reviews.states import seat_name
from tarazy.ground.documents.fields import DocumentField


class TechnicalReviewForm(StepForm):
    """The whole review in a few words; what each standard lacks stands with the standard (R238)."""

    note = long_text(
        _("To the institution"), rows=3, required=False, hint=_("The institution reads this together with your words on each standard.")
    )


class PanelForm(StepForm):
    """The seats are filled on the work page; here the panel is closed."""


class DeclarationsForm(StepForm):
    """R224: what an invited expert signs before seeing anything of the case; or what connects them with the institution."""

    no_conflict = forms.BooleanField(
        label=_("I have no conflict of interest with this institution"),
        help_text=_("No work, studies, family ties or paid services there that could affect my judgement."),
        required=False,
    )
    ethics = forms.BooleanField(
        label=_("I will keep to the agency’s code of ethics for experts"),
        help_text=_("I will judge impartially, by evidence and by the standards alone."),
        required=False,
    )
    confidentiality = forms.BooleanField(
        label=_("I will keep confidential what I learn in this case"),
        help_text=_("I will not pass on documents or what was said, and will use them for this evaluation alone."),
        required=False,
    )
    conflict = long_text(_("What connects you with the institution, or why you cannot take part"), rows=3, required=False)
    needed_for = {"sign": ("no_conflict", "ethics", "confidentiality"), "conflict": ("conflict",)}


class PanelAnnouncedForm(StepForm):
    """The composition is shown to the institution as it stands."""


class SeatChoice(forms.ModelChoiceField):
    """Shows a seat by its expert and what the seat is called."""

    def label_from_instance(self, obj):
        """`Employer: Timur Akhmetov`."""
        return f"{seat_name(obj.role)}: {obj.expert}"


class ChallengeWindowForm(StepForm):
    """R243: which expert, and the grounds in writing."""

    seat = SeatChoice(label=_("Which expert"), queryset=Seat.objects.none(), required=False, widget=forms.RadioSelect, empty_label=None)
    grounds = long_text(
        _("Grounds"), rows=5, required=False, hint=_("Say what the conflict of interest is. The agency reads it, and rules in writing.")
    )
    evidence = DocumentField(label=_("Document that shows it"), required=False)
    needed_for = {"challenge": ("seat", "grounds")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = may_be_challenged(self.case)


class ChallengeRulingForm(StepForm):
    """R243: the reasons of the ruling."""

    grounds = long_text(_("Reasons of the ruling"), rows=4, hint=_("Both sides read them, and they stay in the journal."))


class EvaluationReportForm(StepForm):
    """R247: the chair signs for the panel."""

    agreed = forms.BooleanField(label=_("The members of the panel agree with this report, and I sign it as its chair"))


class FactualCheckForm(StepForm):
    """R248: inaccuracies are named on the work page; here they are sent, or the report is found right."""


class FactualAnswersForm(StepForm):
    """R248: the chair signs the corrected report."""

    agreed = forms.BooleanField(label=_("Every inaccuracy is answered and the text is corrected; I sign the report again"))
