"""Neutral content for the style guide, in the reader's language. Nothing here is a real person, place or case."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Thing

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tarazy.ground.foundation.text import Text
from tarazy.ground.ui.forms import Choice
from tarazy.ground.ui.signs import ICONS, SYMBOLS


def groups():
    """The pages of the guide: key and name, in order."""
    return {
        "foundations": _("Foundations"),
        "signs": _("Buttons and signs"),
        "moves": _("Moves and stages"),
        "forms": _("Forms"),
        "lists": _("Tables and lists"),
        "talk": _("Notices and confirmations"),
        "pictures": _("Charts and findings"),
    }


def of(group, query):
    """What the page of `group` shows; `query` is the query of the address, for what can be filtered and paged."""
    makers = {"foundations": _foundations, "signs": _signs, "moves": _moves, "forms": _forms, "lists": _lists, "talk": _talk}
    return makers[group](query) if group in makers else {}


def _foundations(query):
    return {
        "text_whole": Text(kk="Үлгі колледжі", ru="Колледж «Үлгі»", en="Ulgi College"),
        "text_kk": Text(kk="Әр ғимарат, қаңқа, өң, ұйым, үкім, һауа, ілім"),
        "text_ru": Text(ru="Текст, который есть только по-русски"),
        "text_en": Text(en="A text that exists in English only"),
        "example_day": date(2026, 6, 4),
        "example_moment": datetime(2026, 6, 4, 9, 32, tzinfo=UTC),
        "symbols": SYMBOLS,
    }


def _signs(query):
    return {"states": ["mine", "theirs", "done", "later", "skipped", "again", "late", "stop", "lock"], "kinds": list(ICONS)}


def _moves(query):
    sign_report = Thing(
        mine=True, title=_("Sign the report"), text=_("All members of the panel have agreed to it."), url="#moves",
        action=_("Read and sign"),
        due=date(2026, 6, 4), days_used=4, days_left=5, then=_("The school checks the facts."), who="", note="",
    )  # fmt: skip
    revise = Thing(
        mine=False, title=_("Revise the report, round 2"), text="", url="", action="", due=date(2026, 6, 8), days_used=12, days_left=-2,
        then=_("You review it within 10 working days."), who=_("the college"), note="",
    )  # fmt: skip
    return {"sign_report": sign_report, "revise": revise, "stages": _stages(), "tasks": _tasks()}


def _stages():
    def step(state, title, day=None, **more):
        return Thing(state=state, title=title, date=day, url="", **({"note": "", "when": ""} | more))

    done = [
        step("done", _("Application and copies of licences"), date(2026, 2, 5)),
        step("done", _("Contract, confirmed by both sides"), date(2026, 3, 16)),
        step("skipped", _("Preliminary audit"), when=_("skipped"), note=_("The rulebook does not ask for it.")),
    ]
    now = [
        step("done", _("Final self-assessment, sealed"), date(2026, 5, 19)),
        step("done", _("Technical review"), date(2026, 5, 26)),
        step("mine", _("Panel of experts"), date(2026, 6, 4), note=_("Three seats of four are taken.")),
        step("again", _("Report, round 2"), date(2026, 6, 8)),
        step("theirs", _("Declarations of conflict"), date(2026, 6, 1)),
    ]
    later = [step("later", _("Session of the council"), date(2026, 11, 19))]
    return [
        Thing(number=1, title=_("Preparation"), state="done", summary=_("done"), steps=done),
        Thing(number=2, title=_("External evaluation"), state="now", summary=_("under way"), steps=now),
        Thing(number=3, title=_("Decision"), state="later", summary=_("ahead"), steps=later),
        Thing(number=4, title=_("Monitoring"), state="later", summary=_("ahead"), steps=[]),
    ]


def _tasks():
    return [
        Thing(due=date(2026, 5, 28), title=_("Send the report for the factual check"), url="#tasks", state="mine", note=_("due today"),
              why=_("The chair signed it yesterday.")),
        Thing(due=date(2026, 6, 4), title=_("Ask for the signed contract"), url="#tasks", state="late", note="",
              why=_("The lot was awarded on the procurement portal; the contract has not come back.")),
    ]  # fmt: skip


class ExampleForm(forms.Form):
    """One field of every kind that people fill in."""

    bin = forms.RegexField(
        r"^\d{12}$",
        label=gettext_lazy("BIN of the organisation"),
        help_text=gettext_lazy("Twelve digits, on the certificate of registration"),
    )
    day = forms.DateField(label=gettext_lazy("First day of the visit"), widget=forms.DateInput)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the report"), choices=[("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"), widget=forms.RadioSelect,
        choices=[
            ("ready", Choice(pgettext_lazy("example", "Ready"), gettext_lazy("Goes to the panel."))),
            ("again", Choice(gettext_lazy("Return for rework"), gettext_lazy("Opens a new round."))),
        ],
    )  # fmt: skip
    days = forms.MultipleChoiceField(
        label=gettext_lazy("Days of the seminar"), widget=forms.CheckboxSelectMultiple, required=False,
        choices=[("1", gettext_lazy("First day")), ("2", gettext_lazy("Second day"))],
    )  # fmt: skip
    file = forms.FileField(label=gettext_lazy("Copy of the licence"), help_text=gettext_lazy("PDF, at most 20 MB"))
    note = forms.CharField(label=gettext_lazy("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label=gettext_lazy("I have read the code of ethics"))


class ExampleFilter(forms.Form):
    """What a filter bar is made of."""

    q = forms.CharField(
        label=gettext_lazy("Organisation, number or person"), required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("Stage"),
        required=False,
        choices=[("", gettext_lazy("All stages")), ("1", gettext_lazy("Preparation")), ("3", gettext_lazy("Decision"))],
    )


def _forms(query):
    return {
        "blank": ExampleForm(prefix="blank"),
        "wrong": ExampleForm({"wrong-bin": "99014000465"}, {}, prefix="wrong"),
        "filter_form": ExampleFilter(query),
    }


def _lists(query):
    rows = [
        (_("Number"), "2026-0147"),
        (_("Name"), Text(kk="Үлгі колледжі", ru="Колледж «Үлгі»", en="Ulgi College")),
        (_("Languages"), "kk, ru", "#facts"),
    ]
    pages = Paginator(range(96), 8)
    return {
        "rows": rows,
        "page_obj": pages.get_page(query.get("page", 1)),
        "crumbs": [(_("Desk"), "#lists"), (_("Cases"), "#lists"), ("2026-0147", "")],
    }


def _talk(query):
    return {
        "refusals": [
            Thing(text=_("One seat of the panel is empty."), url="#talk"),
            Thing(text=_("The order has no number."), url=""),
        ]
    }
