"""What is asked about a seminar, a webinar or a briefing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import DayField, StepForm, long_text
from tarazy.external.seminars.models import Gathering
from tarazy.ground.ui.dates import day
from tarazy.reference.institutions.models import Institution, Region


class HttpsField(forms.URLField):
    """A link; one without a scheme is taken as https."""

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)


class GatheringForm(StepForm):
    """Day, form, topic, and how many came, in person and online."""

    held_on = DayField(label=_("Held on"))
    form = forms.ChoiceField(label=_("Form"), choices=Gathering.Form.choices, widget=forms.RadioSelect)
    topic = forms.CharField(label=_("Topic"), max_length=300)
    venue = forms.CharField(label=_("Venue"), max_length=300, required=False)
    link = HttpsField(label=_("Link"), required=False)
    in_person = forms.IntegerField(label=_("People in person"), min_value=0, max_value=100000, initial=0)
    online = forms.IntegerField(label=_("People online"), min_value=0, max_value=100000, initial=0)
    names = long_text(_("Who came"), rows=3, required=False, hint=_("Names and posts, one a line."))

    def clean(self):
        """Somebody came."""
        cleaned = super().clean()
        if {"in_person", "online"} <= cleaned.keys() and not cleaned["in_person"] and not cleaned["online"]:
            self.add_error("in_person", _("Say how many people took part, in person or online."))
        return cleaned


class SeminarChoice(forms.ModelChoiceField):
    """Shows a seminar by its day and topic."""

    def label_from_instance(self, obj):
        """Day first: a coordinator looks for the last one."""
        return f"{day(obj.held_on)}: {obj.topic}"


class SeminarForm(GatheringForm):
    """The seminar for the working groups: with its aim, programme and speakers (R272), or one that was held for many."""

    seminar = SeminarChoice(
        label=_("A seminar held for several organisations"),
        queryset=Gathering.objects.none(),
        required=False,
        empty_label=_("No, a seminar of its own"),
    )
    aim = long_text(_("Aim"), rows=2, required=False)
    programme = long_text(_("Programme"), rows=4, required=False, hint=_("One topic a line."))
    speakers = long_text(_("Speakers"), rows=3, required=False, hint=_("Name and post, one a line."))
    support = forms.CharField(label=_("With the support of"), max_length=300, required=False)
    field_order = ("outcome", "seminar", "held_on", "form", "topic", "aim", "programme", "speakers", "support", "venue", "link")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seminar"].queryset = Gathering.objects.filter(agency=self.case.agency_id, kind=Gathering.Kind.SEMINAR)
        if self.data.get("seminar"):
            for name in ("held_on", "form", "topic"):
                self.fields[name].required = False


class WebinarForm(GatheringForm):
    """The webinar of the panel."""


class BriefingForm(GatheringForm):
    """The briefing of the panel."""


class NewSeminarForm(forms.ModelForm):
    """The record of a seminar for several organisations (R272)."""

    held_on = DayField(label=_("Held on"))
    regions = forms.ModelMultipleChoiceField(
        label=_("Regions"), queryset=Region.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Gathering
        fields = ("held_on", "form", "topic", "aim", "programme", "speakers", "venue", "link", "support", "regions")
        labels = {
            "form": _("Form"),
            "topic": _("Topic"),
            "aim": _("Aim"),
            "programme": _("Programme"),
            "speakers": _("Speakers"),
            "venue": _("Venue"),
            "link": _("Link"),
            "support": _("With the support of"),
        }
        help_texts = {"programme": _("One topic a line."), "speakers": _("Name and post, one a line.")}
        field_classes = {"link": HttpsField}


class AttendanceForm(forms.Form):
    """How many came, in person and online; by BIN where they belong to one organisation."""

    bin = forms.CharField(label=_("BIN of the organisation"), max_length=12, required=False, help_text=_("Empty: guests of several."))
    in_person = forms.IntegerField(label=_("People in person"), min_value=0, max_value=100000, initial=0)
    online = forms.IntegerField(label=_("People online"), min_value=0, max_value=100000, initial=0)
    names = long_text(_("Who came"), rows=3, required=False, hint=_("Names and posts, one a line."))

    def clean(self):
        """Somebody came, and the organisation is known."""
        cleaned = super().clean()
        number = cleaned.pop("bin", "")
        cleaned["institution"] = Institution.objects.filter(bin=number).first() if number else None
        if number and cleaned["institution"] is None:
            self.add_error("bin", _("No organisation has this BIN."))
        if {"in_person", "online"} <= cleaned.keys() and not cleaned["in_person"] and not cleaned["online"]:
            self.add_error("in_person", _("Say how many people took part, in person or online."))
        return cleaned
