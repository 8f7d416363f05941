"""Bad input to the form of every step: 422, the summary leads to the field, and nothing that was typed is lost.

One case walks through its procedure. Before each act the same person sends the step's form empty and with nonsense.
"""

import re
from html import unescape

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.site.demo.walk import Walk
from tests.factories_cases import make_walk

TYPED = "Слова, которые нельзя потерять & 'кавычки'"
# These steps ask for nothing that could be forgotten: an empty form takes them.
ASK_FOR_NOTHING = {
    *("self_assessment_first", "self_assessment_final", "panel", "panel_announced", "materials", "visit_programme"),
    *("notice", "publication", "action_plan", "contract_agency"),
}
# Where one outcome alone needs words: chosen without them.
NEEDED_FOR = {
    "capability_review": ("accept", "decline"),
    "contract_institution": ("return",),
    "declarations": ("sign", "conflict"),
    "challenge_window": ("challenge",),
    "programme_agreed": ("change",),
    "council_vote": ("vote", "recuse"),
    "council_decision": ("adjourn",),
    "appeal_window": ("appeal",),
}


class CarelessWalk(Walk):
    """Takes each step only after its form was sent wrongly; `found` keeps what the answers lacked, by step."""

    def act(self, key, outcome, by, **data):
        """Send bad input once for each step, then act."""
        if key not in self.found:
            self.found[key] = list(self.wrongs(key, by))
        super().act(key, outcome, by, **data)

    def wrongs(self, key, by):
        """What is wrong with the answers to an empty form and to a form full of nonsense."""
        client = Client()
        client.force_login(by.person, backend="django.contrib.auth.backends.ModelBackend")
        address = reverse("procedure:step", args=[self.case.number, key])
        form = client.get(address).context["form"]
        before = self.open_steps()
        if key not in ASK_FOR_NOTHING:
            yield from lacking(client.post(address, {}), "empty", {})
        for outcome in NEEDED_FOR.get(key, ()):
            yield from lacking(client.post(address, {"outcome": outcome}), outcome, {})
        if sent := nonsense(form):
            typed = {name: value for name, value in sent.items() if isinstance(value, str) and keeps(form.fields[name])}
            yield from lacking(client.post(address, sent), "nonsense", typed)
        if self.open_steps() != before:
            yield "a step was taken"


def nonsense(form):
    """A value for each field that it cannot take, and words where words are asked; empty where nothing can be wrong."""
    sent, wrong = {}, False
    for name, field in form.fields.items():
        if isinstance(field, forms.FileField):
            sent[name] = SimpleUploadedFile("licence.pdf", b"not a PDF at all", "application/pdf")
        elif isinstance(field, forms.BooleanField) or field.widget.is_hidden:
            continue
        elif type(field) is forms.CharField:
            sent[name] = TYPED
            continue
        else:
            sent[name] = "2026-13-45 nonsense"
        wrong = True
    return sent if wrong else {}


def keeps(field):
    """Whether what was typed can be shown again: a choice that does not exist and a file cannot."""
    return not isinstance(field, (forms.ChoiceField, forms.FileField))


def lacking(answer, what, typed):
    """Sentences on what the answer to bad input lacks."""
    if answer.status_code != 422:
        yield f"{what}: answered {answer.status_code}"
        return
    html = unescape(answer.content.decode())
    summary = re.search(r'class="error-summary".*?</div>', html, re.DOTALL)
    anchors = re.findall(r'href="#([^"]+)"', summary[0]) if summary else []
    if not anchors:
        yield f"{what}: the summary leads to no field"
    yield from (f"{what}: nothing has the id {anchor}" for anchor in anchors if f'id="{anchor}"' not in html)
    if 'aria-invalid="true"' not in html:
        yield f"{what}: no field is marked as wrong"
    yield from (f"{what}: {name} is not kept" for name, value in typed.items() if value not in html)


@pytest.mark.django_db
@pytest.mark.requirement("R061", "R233")
def test_every_step_form_answers_bad_input_beside_the_field_and_keeps_what_was_typed():
    detours = {"challenge_window": "challenge", "challenge_ruling": "reject", "factual_check": "name"}
    detours |= {"appeal_window": "appeal", "appeal_ruling": "dismiss"}
    walk = make_walk("higher_2026", ownership="state", choices=detours)
    walk.__class__, walk.found = CarelessWalk, {}
    walk.to_the_end()

    steps = set(Case.objects.get().run.plan.steps)
    assert {key: wrong for key, wrong in walk.found.items() if wrong} == {}
    assert set(walk.found) == steps
