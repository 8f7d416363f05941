"""What people type about people."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from tarazy.ground.people.models import Person
from tarazy.ground.people.roles import roles_of

LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RoleField(forms.ChoiceField):
    """One of the roles that can be held in a kind of body, by their names."""

    def of(self, body):
        """Offer the roles of this body."""
        self.choices = [(role.key, role.name) for role in roles_of(body.kind)]


class InvitationForm(forms.Form):
    """Whom to invite, to which role."""

    name = forms.CharField(label=_("First name and surname"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), help_text=_("The link is sent there; later it is the name to sign in with."))
    role = RoleField(label=_("Role"))
    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGES, initial="ru")

    def __init__(self, *args, body, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].of(body)


class AppointmentForm(forms.Form):
    """A further role for somebody of the body."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=Person.objects.none(), empty_label=_("Choose a person"))
    role = RoleField(label=_("Role"))
    since = forms.DateField(label=_("From"), widget=DAY)
    until = forms.DateField(label=_("Last day"), widget=DAY, required=False, help_text=_("Leave it empty for an open end."))

    def __init__(self, *args, body, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].of(body)
        self.fields["person"].queryset = people


class EndForm(forms.Form):
    """The last day of an appointment."""

    on = forms.DateField(label=_("Last day"), widget=DAY)


class WelcomeForm(forms.Form):
    """Name and password of somebody who accepts an invitation and has no account yet."""

    name = forms.CharField(label=_("First name and surname"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least 12 characters; several words are easy to remember and hard to guess."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self):
        """A password that the platform's rules let pass."""
        password = self.cleaned_data["password"]
        validate_password(password, Person(email=self.email, name=self.data.get("name", "")))
        return password

    def clean(self):
        """Both passwords are the same."""
        data = super().clean()
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error("again", _("The two passwords differ."))
        return data


class ProfileForm(forms.ModelForm):
    """What a person says of themselves."""

    class Meta:
        model = Person
        fields = ["name", "language"]
        labels = {"name": _("First name and surname"), "language": _("Language of letters to you")}
