"""Forms of an institution: its profile, a programme, a licence, the search."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.text import LANGUAGES, Text
from tarazy.reference.institutions import codes
from tarazy.reference.institutions.bin import is_valid
from tarazy.reference.institutions.models import Level, Ownership, Region

# What an organisation shows of itself beside its facts (R276), with the titles that the public page gives the links.
LINKS = {
    "charter": (_("Charter"), {"kk": "Жарғы", "ru": "Устав", "en": "Charter"}),
    "quality": (
        _("Quality management"),
        {"kk": "Сапа менеджменті жүйесі", "ru": "Система менеджмента качества", "en": "Quality management system"},
    ),
    "teachers": (_("Status of the teacher"), {"kk": "Педагог мәртебесі", "ru": "Статус педагога", "en": "Status of the teacher"}),
    "ethics": (
        _("Pedagogical ethics"),
        {"kk": "Педагогтік әдеп қағидалары", "ru": "Правила педагогической этики", "en": "Rules of pedagogical ethics"},
    ),
    "service": (
        _("Ethics code of civil servants"),
        {
            "kk": "Мемлекеттік қызметшілердің әдеп кодексі",
            "ru": "Этический кодекс государственных служащих",
            "en": "Ethics code of civil servants",
        },
    ),
}


def _line(label, *, required=False, **options):
    return forms.CharField(label=label, required=required, max_length=300, **options)


class SearchForm(forms.Form):
    """One line: a name in any language, or a BIN."""

    q = forms.CharField(label=_("Name or BIN"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))


class TextForm(forms.Form):
    """A form in which some texts are given in three languages, as the fields `name_kk`, `name_ru`, `name_en`."""

    def text(self, name):
        """The text typed in the three fields of `name`."""
        return Text(**{code: self.cleaned_data[f"{name}_{code}"] for code in LANGUAGES})

    @staticmethod
    def filled(name, text):
        """What stands in the three fields for a stored text."""
        return {f"{name}_{code}": getattr(text, code) for code in LANGUAGES}


class ProfileForm(TextForm):
    """What the organisation says of itself."""

    name_kk = _line(_("Legal name in Kazakh"), required=True)
    name_ru = _line(_("Legal name in Russian"), required=True)
    name_en = _line(_("Legal name in English"), required=True)
    founder_kk = _line(_("Founder in Kazakh"))
    founder_ru = _line(_("Founder in Russian"))
    founder_en = _line(_("Founder in English"))
    address_kk = _line(_("Address in Kazakh"))
    address_ru = _line(_("Address in Russian"))
    address_en = _line(_("Address in English"))
    head_name = _line(_("Head of the organisation"))
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=60)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    def __init__(self, *args, institution, **kwargs):
        links = {link["title"]["en"]: link["url"] for link in institution.public_links}
        initial = {f"link_{key}": links.get(title["en"], "") for key, (_label, title) in LINKS.items()}
        for name in ("name", "founder", "address"):
            initial |= self.filled(name, getattr(institution, name))
        initial |= {name: getattr(institution, name) for name in ("head_name", "phone", "website")}
        super().__init__(*args, initial=initial, **kwargs)
        for key, (label, _title) in LINKS.items():
            self.fields[f"link_{key}"] = forms.URLField(
                label=label, required=False, assume_scheme="https", help_text=_("The address of the page or file on your website.")
            )

    def values(self):
        """What `services.edit_profile` takes."""
        links = [
            {"title": title, "url": self.cleaned_data[f"link_{key}"]}
            for key, (_label, title) in LINKS.items()
            if self.cleaned_data[f"link_{key}"]
        ]
        texts = {name: self.text(name) for name in ("name", "founder", "address")}
        return {**texts, **{name: self.cleaned_data[name] for name in ("head_name", "phone", "website")}, "public_links": links}


class RegistrationForm(TextForm):
    """A new organisation: what an agency must know of it before it can apply. The rest its own head writes."""

    bin = forms.CharField(
        label=_("BIN"), max_length=20, help_text=_("Twelve digits."), widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    name_kk = _line(_("Legal name in Kazakh"), required=True)
    name_ru = _line(_("Legal name in Russian"), required=True)
    name_en = _line(_("Legal name in English"), required=True)
    level = forms.ChoiceField(label=_("Level of education"), choices=[("", _("Choose a level")), *Level.choices])
    ownership = forms.ChoiceField(label=_("Ownership"), choices=[("", _("Choose who owns it")), *Ownership.choices])
    region = forms.ModelChoiceField(label=_("Region"), queryset=Region.objects.all(), empty_label=_("Choose a region"))
    founder_kk = _line(_("Founder in Kazakh"))
    founder_ru = _line(_("Founder in Russian"))
    founder_en = _line(_("Founder in English"))
    address_kk = _line(_("Address in Kazakh"))
    address_ru = _line(_("Address in Russian"))
    address_en = _line(_("Address in English"))

    def clean_bin(self):
        """Twelve digits whose last one fits the others; spaces are as people copy them."""
        number = "".join(self.cleaned_data["bin"].split())
        if not is_valid(number):
            raise forms.ValidationError(_("This is not a valid BIN. Check its twelve digits."))
        return number

    def values(self):
        """What `services.register_institution` takes."""
        texts = {name: self.text(name) for name in ("name", "founder", "address")}
        return {**texts, **{name: self.cleaned_data[name] for name in ("bin", "level", "ownership", "region")}}


class HeadForm(forms.Form):
    """Whom to invite as the first head of an organisation."""

    name = forms.CharField(label=_("First name and surname"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), help_text=_("The link is sent there; later it is the name to sign in with."))
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES, initial="ru")

    def values(self):
        """What `services.invite_head` takes."""
        return self.cleaned_data


class ProgrammeForm(TextForm):
    """A programme of study."""

    code = forms.CharField(label=_("Code"), max_length=20, help_text=_("As in the classifier, for example 6B01101."))
    name_kk = _line(_("Name in Kazakh"), required=True)
    name_ru = _line(_("Name in Russian"), required=True)
    name_en = _line(_("Name in English"), required=True)
    qualification_kk = _line(_("Qualification in Kazakh"))
    qualification_ru = _line(_("Qualification in Russian"))
    qualification_en = _line(_("Qualification in English"))
    nqf_level = forms.IntegerField(label=_("Level of the National Qualifications Framework"), required=False, min_value=1, max_value=8)
    credits = forms.IntegerField(label=_("Academic credits"), required=False, min_value=1, max_value=1000)

    def __init__(self, *args, level, **kwargs):
        super().__init__(*args, **kwargs)
        self.level = level
        if level != "higher":
            self.fields["code"].help_text = ""

    def clean_code(self):
        """The code as its level writes it."""
        code = self.cleaned_data["code"].strip()
        if wrong := codes.fault(code, self.level):
            raise forms.ValidationError(wrong)
        return code

    def values(self):
        """What `services.add_programme` takes."""
        numbers = {name: self.cleaned_data[name] for name in ("code", "nqf_level", "credits")}
        return {**numbers, "name": self.text("name"), "qualification": self.text("qualification")}


class LicenceForm(TextForm):
    """A licence or an annex to one."""

    number = forms.CharField(label=_("Number of the licence"), max_length=60)
    annex = forms.CharField(label=_("Annex"), max_length=60, required=False, help_text=_("Leave empty for the licence itself."))
    issued_on = forms.DateField(label=_("Issued on"))
    subject_kk = _line(_("What it permits, in Kazakh"))
    subject_ru = _line(_("What it permits, in Russian"))
    subject_en = _line(_("What it permits, in English"))

    def values(self):
        """What `services.add_licence` takes."""
        return {**{name: self.cleaned_data[name] for name in ("number", "annex", "issued_on")}, "subject": self.text("subject")}
