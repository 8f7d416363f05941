"""The register of decisions and reports, and certificates."""

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse

from tarazy.external.decisions.models import Decision
from tarazy.external.register import states, status
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.models import Agency
from tarazy.reference.institutions.models import Institution, Programme, Region


class Certificate(models.Model):
    """A certificate of accreditation. Its state at any date follows from its dates and its `StatusChange`s."""

    number = models.CharField(max_length=40, unique=True)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="certificate")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="certificates")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="certificates")
    valid_from = models.DateField()
    valid_until = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certificate_has_a_term",
                condition=Q(valid_until__gt=models.F("valid_from")),
            )
        ]

    def __str__(self):
        return self.number

    def state_on(self, day):
        """`valid`, `not_yet`, `expired`, `suspended` or `withdrawn` on `day`; uses prefetched `changes`."""
        changes = [(change.kind, change.day) for change in self.changes.all()]
        return status.state_on(day, valid_from=self.valid_from, valid_until=self.valid_until, changes=changes)

    def state_to_change(self, day):
        """The state that a change from `day` on meets: before the term that of its first day, so that nothing is ordered twice."""
        return self.state_on(max(day, self.valid_from))


class StatusChange(models.Model):
    """A suspension, a resumption or a withdrawal, with its day and grounds (R257)."""

    class Kind(models.TextChoices):
        SUSPENDED = "suspended"
        RESUMED = "resumed"
        WITHDRAWN = "withdrawn"

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    grounds = models.TextField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self):
        return f"{self.certificate} {self.kind} {self.day:%Y-%m-%d}"


def conditions(day):
    """The states of an entry on `day` but for the last, `valid`, each with its condition; the first that holds counts."""
    changes = StatusChange.objects.filter(day__lte=day)
    withdrawn = changes.filter(kind=StatusChange.Kind.WITHDRAWN)
    last = changes.order_by("certificate_id", "-day", "-pk").distinct("certificate_id")
    suspended = StatusChange.objects.filter(pk__in=last.values("pk"), kind=StatusChange.Kind.SUSPENDED)
    return (
        (states.REFUSED, Q(outcome="refused")),
        (status.WITHDRAWN, Q(certificate__in=withdrawn.values("certificate"))),
        (status.NOT_YET, Q(certificate__valid_from__gt=day)),
        (status.EXPIRED, Q(certificate__valid_until__lt=day)),
        (status.SUSPENDED, Q(certificate__in=suspended.values("certificate"))),
    )


class EntryQuerySet(models.QuerySet):
    """Published decisions, read as adjectives. Whatever the public reads of decisions starts here."""

    def decided_by(self, day):
        """Those that had been taken on `day`."""
        return self.filter(decided_on__lte=day)

    def with_state(self, day):
        """Each with `state` on `day`, as `status.state_on` says it, or `refused`."""
        whens = [When(condition, then=Value(state)) for state, condition in conditions(day)]
        return self.annotate(state=Case(*whens, default=Value(status.VALID), output_field=models.CharField()))

    def in_state(self, state, day):
        """Those whose state on `day` is this one; said in conditions whose yield the database can judge beforehand."""
        entries = self
        for other, condition in conditions(day):
            if other == state:
                return entries.filter(condition)
            entries = entries.exclude(condition)
        return entries

    def to_show(self):
        """Together with what a line about them says; their certificates' changes in one more query."""
        joined = self.select_related("certificate", "agency", "institution__region", "decision__case")
        return joined.prefetch_related("certificate__changes", "programmes")


class Entry(models.Model):
    """A published decision with its report (R254). Level and region stand here as on the day of publication."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="entry")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="register_entries")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="register_entries")
    certificate = models.OneToOneField(
        Certificate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entry",
    )
    kind = models.CharField(max_length=15)
    level = models.CharField(max_length=12)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    programmes = models.ManyToManyField(Programme, blank=True, related_name="register_entries")
    outcome = models.CharField(max_length=12)
    decided_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    report = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    deqar_report_id = models.CharField(max_length=30, blank=True)
    ministry_sent_on = models.DateField(null=True, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="entry_has_certificate_unless_refused",
                condition=Q(outcome="refused", certificate=None) | ~Q(outcome="refused") & Q(certificate__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["level", "region", "-decided_on"])]

    def __str__(self):
        return f"{self.institution} {self.decided_on:%Y-%m-%d}"

    def get_absolute_url(self):
        """The decision's public page."""
        return reverse("register:entry", args=[self.pk])

    def state_on(self, day):
        """The state of its certificate on `day`, or `refused`; uses prefetched `certificate__changes`."""
        return self.certificate.state_on(day) if self.certificate else states.REFUSED

    @property
    def report_version(self):
        """The version of the report that was published: a later one stays inside."""
        versions = [version for version in self.report.versions.all() if version.added_at <= self.published_at]
        return max(versions, key=lambda version: version.number, default=None)
