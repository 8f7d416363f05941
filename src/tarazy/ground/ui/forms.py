"""How Django's forms look here: label, hint, error and field belong together, for the eye and for the ear."""

from dataclasses import dataclass
from pathlib import Path

from django import forms as django_forms
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property

from tarazy.ground.foundation.errors import Refused

BARE = ("checkbox", "radio", "hidden", "file", "range", "color")
GROUPS = ("django/forms/widgets/radio.html", "django/forms/widgets/checkbox_select.html")
NATIVE = {
    "django/forms/widgets/date.html": "date",
    "django/forms/widgets/time.html": "time",
    "django/forms/widgets/datetime.html": "datetime-local",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The label of a choice with a hint beneath it: `choices=[("ready", Choice(_("Ready"), _("Goes to the panel.")))]`."""

    label: object
    hint: object = ""

    def __str__(self):
        return str(self.label)


class Renderer(DjangoTemplates):
    """Renders `{{ form }}` and `{{ form.field.as_field_group }}` with our templates and puts our classes on widgets."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
    formset_template_name = "ui/formset.html"

    @cached_property
    def engine(self):
        """Our templates first, then Django's own widgets."""
        folders = [Path(__file__).parent / "templates", Path(django_forms.__file__).parent / "templates"]
        options = {"builtins": ["tarazy.ground.ui.templatetags.ui"]}
        return self.backend({"APP_DIRS": True, "DIRS": folders, "NAME": "ui_forms", "OPTIONS": options})

    def render(self, template_name, context, request=None):
        """Dress the widget, if this is one, and render."""
        if "widget" in context:
            _dress(context["widget"])
        return super().render(template_name, context, request)


def _dress(widget):
    native = NATIVE.get(widget.get("template_name"))
    if native and widget.get("type") == "text":
        widget["type"] = native
        if native == "datetime-local" and widget.get("value"):
            widget["value"] = str(widget["value"]).replace(" ", "T")[:16]
    attrs = widget["attrs"]
    if widget.get("type") == "file":
        attrs["class"] = f"input-file {attrs.get('class', '')}".strip()
    elif (
        widget.get("type") not in BARE and widget.get("template_name") not in GROUPS and "input" not in str(attrs.get("class", "")).split()
    ):
        attrs["class"] = f"input {attrs.get('class', '')}".strip()
    _leave_the_asking_to_us(widget)
    for part in widget.get("subwidgets", ()):
        _dress(part)


def _leave_the_asking_to_us(widget):
    """A browser's own bubble speaks the browser's language and hides the error summary: the server says what is missing."""
    if widget["attrs"].pop("required", False) and widget.get("type") not in BARE and widget.get("template_name") not in GROUPS:
        widget["attrs"]["aria-required"] = "true"
    for _group, options, _index in widget.get("optgroups", ()):
        for option in options:
            option["attrs"].pop("required", None)


def done(form, act, *what, **values):
    """Do `act` with these; a refusal becomes the form's error, so that nothing typed is lost. What it gave, or None."""
    try:
        return act(*what, **values)
    except Refused as refused:
        form.add_error(None, [str(reason.text) for reason in refused.reasons])
        return None


def problems(*, form=None, formset=None):
    """Every error of a form, of a formset, or of a list of either: `[{"text", "anchor"}]`, top to bottom of the page."""
    found = [{"text": text, "anchor": ""} for text in formset.non_form_errors()] if formset is not None else []
    for part in ([form] if form is not None else []) + (list(formset.forms) if formset is not None else []):
        found += _problems_of(part)
    return found


def _problems_of(form):
    found = [{"text": text, "anchor": ""} for text in form.non_field_errors()]
    for field in form:
        anchor = "" if field.is_hidden else anchor_of(field)
        found += [{"text": f"{field.label}: {text}", "anchor": anchor} for text in field.errors]
    return found


def anchor_of(field):
    """The id that a link to this field must name: the control itself, the first one where there are several."""
    return field.id_for_label or f"{field.auto_id}_0"
