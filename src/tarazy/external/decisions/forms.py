"""The forms of the steps towards a decision."""

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import DayField, StepForm, long_text
from tarazy.external.decisions.models import Ballot, Session
from tarazy.external.decisions.queries import current_question, tally_of
from tarazy.external.decisions.states import Outcome
from tarazy.external.decisions.wording import term_years
from tarazy.ground.documents.fields import DocumentField
from tarazy.ground.foundation import clock
from tarazy.ground.ui.dates import day
from tarazy.ground.ui.forms import Choice


def outcome_choices(case, proposed=""):
    """What may be decided on this case, with its term, and whether it is what the conclusion proposes."""
    accredited, conditional = (term_years(case, key) for key in (Outcome.ACCREDITED, Outcome.CONDITIONAL))
    labels = {
        Outcome.ACCREDITED: ngettext("Accredit for %(count)s year", "Accredit for %(count)s years", accredited) % {"count": accredited},
        Outcome.CONDITIONAL: ngettext(
            "Accredit with conditions for %(count)s year", "Accredit with conditions for %(count)s years", conditional
        )
        % {"count": conditional},
        Outcome.REFUSED: gettext("Refuse accreditation"),
    }
    return [(key.value, Choice(label, _hint(key, proposed))) for key, label in labels.items()]


def _hint(key, proposed):
    if not proposed:
        return ""
    return (
        gettext("As the conclusion proposes.")
        if key == proposed
        else gettext("Differs from the conclusion: the council gives its grounds.")
    )


class ConclusionForm(StepForm):
    """R250: what the department proposes, and why."""

    proposes = forms.ChoiceField(label=_("What is proposed to the council"), widget=forms.RadioSelect)
    text = long_text(_("Reasons"), rows=12, hint=_("What the report shows on each standard, and what weighs for and against."))
    expert_council = long_text(_("Advice of the expert council"), rows=4, required=False, hint=_("When it met and what it advised."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposes"].choices = outcome_choices(self.case)


class PresentationForm(StepForm):
    """R251: the case summed up for the council."""

    summary = long_text(_("Summary"), rows=8, hint=_("The members read it beside the report and the conclusion."))
    file = DocumentField(label=_("Presentation"), required=False)


class SessionChoice(forms.ModelChoiceField):
    """Shows a session with its day and place."""

    def label_from_instance(self, obj):
        """Number, day, place, as one sentence."""
        words = {"number": obj.number, "day": day(obj.held_on), "place": obj.place}
        return gettext("Session %(number)s, %(day)s, %(place)s") % words if obj.place else gettext("Session %(number)s, %(day)s") % words


class CouncilAgendaForm(StepForm):
    """R251: a coming session, or a new one."""

    session = SessionChoice(label=_("Session"), queryset=Session.objects.none(), required=False, empty_label=_("A new session"))
    number = forms.IntegerField(label=_("Number of the new session"), required=False, min_value=1, max_value=9999)
    held_on = DayField(label=_("Day of the new session"), required=False)
    place = forms.CharField(label=_("Place of the new session"), required=False, max_length=200, help_text=_("A room, or “online”."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sessions = Session.objects.filter(agency=self.case.agency_id)
        self.fields["session"].queryset = sessions.coming(clock.today()).order_by("held_on")
        last = sessions.order_by("-number").values_list("number", flat=True).first()
        self.fields["number"].initial = (last or 0) + 1

    def clean(self):
        """A new session has a number of its own and a day to come."""
        cleaned = super().clean()
        if cleaned.get("session"):
            return cleaned
        for name in ("number", "held_on"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        if cleaned.get("held_on") and cleaned["held_on"] < clock.today():
            self.add_error("held_on", _("The day of the session has passed."))
        if Session.objects.filter(agency=self.case.agency_id, number=cleaned.get("number")).exists():
            self.add_error("number", _("There is a session with this number already. Choose it from the list, or give the next number."))
        return cleaned


class MemberChoice(forms.ModelChoiceField):
    """Shows a member by name."""

    def label_from_instance(self, obj):
        """The member's name."""
        return obj.seat.appointment.person.name


class CouncilVoteForm(StepForm):
    """R251: a named vote, a recusal with its reason, or an absence; each person is asked only for what they may do."""

    vote = forms.ChoiceField(label=_("Your vote"), widget=forms.RadioSelect, required=False)
    note = long_text(_("Reason or dissenting opinion"), rows=2, required=False, hint=_("The minutes keep it beside your vote."))
    reason = long_text(
        _("What connects you with the case"), rows=2, required=False, hint=_("Needed when you recuse yourself. The minutes name it.")
    )
    member = MemberChoice(label=_("Member who is absent"), queryset=Ballot.objects.none(), required=False)
    needed_for = {"vote": ("vote",), "recuse": ("reason",), "absent": ("member",)}

    def __init__(self, *args, question=None, **kwargs):
        super().__init__(*args, **kwargs)
        question = question or current_question(self.case)
        proposed = question.pack["conclusion"]["proposes"] if question else ""
        self.fields["vote"].choices = outcome_choices(self.case, proposed)
        self.fields["reason"].max_length = 300
        if question:
            self.fields["member"].queryset = question.ballots.waiting().with_members()
        self._keep_what_is_theirs()

    def _keep_what_is_theirs(self):
        secretary = self.by is not None and self.by.role == "secretary"
        for name in ("vote", "note", "reason") if secretary else ("member",):
            del self.fields[name]
        self.needed_for = {key: names for key, names in type(self).needed_for.items() if set(names) <= set(self.fields)}
        if "outcome" not in self.fields and not secretary:  # the ballot beside the pack: each of its two forms asks for its own
            self.fields["vote"].required = not self.is_bound or self.outcome == "vote"
            self.fields["reason"].required = not self.is_bound or self.outcome == "recuse"
        choices = self.fields["outcome"].choices if "outcome" in self.fields else ()
        if choices:
            self.fields["outcome"].choices = [choice for choice in choices if (choice[0] == "absent") == secretary]
            self.fields["outcome"].label = _("What do you do?")

    def clean_reason(self):
        """The minutes have room for a sentence or two."""
        reason = self.cleaned_data["reason"]
        if len(reason) > self.fields["reason"].max_length:
            raise forms.ValidationError(_("Say it in 300 characters at most."))
        return reason


class CouncilDecisionForm(StepForm):
    """R251: the outcome follows from the votes; the grounds are written where it differs from the conclusion."""

    grounds = long_text(
        _("Grounds"),
        rows=6,
        required=False,
        hint=_("Needed when the decision differs from the conclusion or is put off. The institution reads the grounds of a decision."),
    )
    needed_for = {"adjourn": ("grounds",)}

    def clean(self):
        """A decision that differs from the conclusion says why."""
        cleaned = super().clean()
        question = current_question(self.case)
        if question and self.outcome == "decide" and not cleaned.get("grounds"):
            counted = tally_of(question, self.case)
            if counted.outcome and counted.outcome != question.pack["conclusion"]["proposes"]:
                self.add_error("grounds", _("The decision differs from the conclusion: write down the grounds of the council."))
        return cleaned


class NoticeForm(StepForm):
    """R252: the letter writes itself from the decision."""
