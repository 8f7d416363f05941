"""Education organisations, their programmes and licences, the regions and the authorities."""

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.fields import TextField3, searchable
from tarazy.ground.people.models import Body


class Level(models.TextChoices):
    """Levels of education, as the Guidelines part them."""

    PRESCHOOL = "preschool", _("Preschool education")
    SECONDARY = "secondary", _("Secondary education")
    VOCATIONAL = "vocational", _("Technical and vocational education")
    HIGHER = "higher", _("Higher and postgraduate education")
    ADDITIONAL = "additional", _("Additional education")


class Ownership(models.TextChoices):
    """Who owns the organisation; only state-owned ones buy through public procurement (R234)."""

    STATE = "state", _("State-owned")
    PRIVATE = "private", _("Private")
    QUASI_STATE = "quasi_state", _("Owned by a state company")


class Region(models.Model):
    """One of the 20 regions and cities of republican significance (facts B5)."""

    code = models.CharField(max_length=2, primary_key=True)  # KATO and ISO 3166-2:KZ number
    name = TextField3()
    is_city = models.BooleanField(default=False)
    since = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return str(self.name)


class Authority(Body):
    """A ministry or an education department; which ministry is authorised depends on the level and the day (facts B2)."""

    levels = models.JSONField(default=list)
    region = models.ForeignKey(Region, null=True, blank=True, on_delete=models.PROTECT)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Institution(Body):
    """An education organisation. Its BIN is what other registers know it by."""

    bin = models.CharField(max_length=12, unique=True, validators=[RegexValidator(r"^\d{12}$")])
    level = models.CharField(max_length=12, choices=Level)
    ownership = models.CharField(max_length=12, choices=Ownership)
    founder = TextField3(blank=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="institutions")
    address = TextField3(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    website = models.URLField(blank=True)
    head_name = models.CharField(max_length=200, blank=True)
    deqar_id = models.CharField(max_length=25, blank=True)
    is_demonstration = models.BooleanField(default=False)
    public_links = models.JSONField(default=list, blank=True)  # R276: [{"title": {kk, ru, en}, "url": "…"}]

    class Meta:
        indexes = [models.Index(fields=["level", "region"])]
        constraints = [
            models.CheckConstraint(
                name="institution_bin_has_12_digits",
                condition=Q(bin__regex=r"^\d{12}$"),
            ),
            models.CheckConstraint(name="institution_level_known", condition=Q(level__in=Level.values)),
        ]

    @property
    def is_state_owned(self):
        """Whether its contracts go through public procurement (S4 1.2)."""
        return self.ownership == Ownership.STATE


class Licence(models.Model):
    """A licence to teach, or an annex to one."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="licences")
    number = models.CharField(max_length=60)
    annex = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    subject = TextField3(blank=True)

    class Meta:
        ordering = ["issued_on", "pk"]

    def __str__(self):
        return f"{self.number} {self.annex}".strip()


class Programme(models.Model):
    """A programme of study: its code in the classifier of its level, its place in the NQF and its workload."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="programmes")
    code = models.CharField(max_length=20)
    name = TextField3()
    nqf_level = models.PositiveSmallIntegerField(null=True, blank=True)
    credits = models.PositiveSmallIntegerField(null=True, blank=True)
    qualification = TextField3(blank=True)
    search = models.GeneratedField(expression=searchable("name"), output_field=models.TextField(), db_persist=True)

    class Meta:
        ordering = ["code", "pk"]
        constraints = [models.UniqueConstraint(name="one_programme_per_code", fields=["institution", "code"])]

    def __str__(self):
        return f"{self.code} {self.name}"


class SearchWord(models.Model):
    """The vocabulary of names, normalised: a misspelt word is looked up here by trigrams, then searched in full."""

    word = models.CharField(max_length=80, primary_key=True)

    class Meta:
        indexes = [GinIndex(name="search_word_trigrams", fields=["word"], opclasses=["gin_trgm_ops"], fastupdate=False)]

    def __str__(self):
        return self.word
