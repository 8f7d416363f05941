"""Forms: label, hint and error belong to their field; the summary leads to it."""

import re

from django import forms
from django.template import engines
from django.utils import translation

from tarazy.ground.foundation.errors import Refused
from tarazy.ground.ui.forms import Choice, done, problems


class VisitForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the charter")
    day = forms.DateField(label="Day")
    outcome = forms.ChoiceField(label="Outcome", widget=forms.RadioSelect, choices=[("ready", Choice("Ready", "Goes to the panel"))])
    agreed = forms.BooleanField(label="I agree")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    file = forms.FileField(label="File")

    def clean(self):
        raise forms.ValidationError("The two days overlap")


VisitFormSet = forms.formset_factory(VisitForm, extra=2, max_num=1, validate_max=True)


def summary(**context):
    return engines["django"].from_string('{% include "ui/error_summary.html" with form=form formset=formset %}').render(context)


def test_a_wrong_field_names_its_hint_and_its_error():
    html = str(VisitForm({"name": ""}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert html.count('aria-invalid="true"') == 5


def test_what_was_typed_stays_in_the_form():
    assert 'value="Үлгі"' in str(VisitForm({"name": "Үлгі"}))


def test_the_summary_links_to_every_wrong_field_and_each_link_has_its_target():
    with translation.override("en"):
        form = VisitForm({})
        anchors = re.findall(r'href="#([^"]+)"', summary(form=form))

    assert anchors == ["id_name", "id_day", "id_outcome_0", "id_agreed", "id_file"]
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in str(form)] == []


def test_the_summary_begins_with_the_errors_of_the_form_as_a_whole():
    with translation.override("en"):
        found = problems(form=VisitForm({}))

    assert found[0] == {"text": "The two days overlap", "anchor": ""}
    assert found[1] == {"text": "Name: This field is required.", "anchor": "id_name"}


def test_the_summary_of_a_form_without_errors_is_empty():
    assert summary(form=VisitForm()).strip() == ""


def test_the_summary_of_a_formset_leads_into_each_of_its_forms():
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "x", "form-1-name": "y"}
    formset = VisitFormSet(data)

    html = summary(formset=formset)

    assert 'href="#id_form-0-day"' in html
    assert 'href="#id_form-1-outcome_0"' in html
    assert str(formset.non_form_errors()[0]) in html


def test_a_group_of_choices_is_a_fieldset_with_a_legend_and_hints():
    html = str(VisitForm()["outcome"].as_field_group())

    assert re.search(r"<fieldset[^>]*>\s*<legend>Outcome", html)
    assert '<b>Ready</b><span class="hint">Goes to the panel</span>' in html


def test_a_date_is_asked_for_with_the_browsers_own_calendar_in_every_language():
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            html = str(VisitForm(initial={"day": "2026-05-16"})["day"])
        assert 'type="date"' in html
        assert 'value="2026-05-16"' in html


def test_the_browser_does_not_stop_a_form_before_the_server_can_say_what_is_missing():
    assert not re.search(r"\srequired[\s>]", str(VisitForm()))
    assert 'aria-required="true"' in str(VisitForm()["name"])


def test_markup_in_what_was_typed_is_escaped():
    assert "<script>" not in str(VisitForm({"name": '"><script>', "note": "</textarea><script>"}))


def test_a_formset_shows_its_own_errors_and_the_fields_of_each_form():
    formset = VisitFormSet({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "x", "form-1-name": "y"})
    html = str(formset)

    assert 'name="form-TOTAL_FORMS"' in html
    assert str(formset.non_form_errors()[0]) in html
    assert html.count('class="formset-part') == 2
    assert 'id="form-1-day_error"' in html.replace("id_form", "form")


def test_what_is_refused_stands_above_the_form_and_what_was_typed_stays():
    def refuse(*_what, **_values):
        raise Refused("The seat is taken.", "The term is over.")

    form = VisitForm({"name": "Alpha"})
    assert done(form, refuse, "seat", until="today") is None
    assert [one["text"] for one in problems(form=form)][1:3] == ["The seat is taken.", "The term is over."]
    assert 'value="Alpha"' in str(form)


def test_what_is_not_refused_gives_what_the_act_gave():
    assert done(VisitForm(), lambda seat, *, until: f"{seat} until {until}", "seat", until="today") == "seat until today"
