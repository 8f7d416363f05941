"""The case and who takes part in it, its simple records, its documents and its contract."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from tarazy.external.cases.states import Duty, Kind, Side
from tarazy.ground.documents.models import Document, Version
from tarazy.ground.people.models import Appointment
from tarazy.ground.workflow.models import Run
from tarazy.internal.selfassessment.models import SelfAssessment, Submission
from tarazy.reference.agencies.models import Agency, Rulebook
from tarazy.reference.institutions.models import Institution, Programme
from tarazy.reference.standards.models import StandardsSet

# Agency roles that see every case of their agency; a coordinator sees the cases that they coordinate.
AGENCY_WIDE_ROLES = ("agency_head", "analyst", "secretary", "registrar")
INSTITUTION_ROLES = ("institution_head", "quality_officer")


class CaseQuerySet(models.QuerySet):
    """Cases, read as adjectives. Every list, page, count, search and export starts at `visible_to`."""

    def visible_to(self, appointment):
        """The cases that this appointment sees anything of: its own institution's or agency's, or those it takes part in.

        None (the public) sees no case; a candidate who has not signed, a challenged or a recused person sees none either.
        """
        if appointment is None:
            return self.none()
        # As a list of cases, which the database makes once, and not as a question about each case.
        seen = Q(pk__in=Participation.objects.live().filter(appointment=appointment).exclude(side="").values("case"))
        if appointment.role in INSTITUTION_ROLES:
            seen |= Q(institution_id=appointment.body_id)
        if appointment.role in AGENCY_WIDE_ROLES:
            seen |= Q(agency_id=appointment.body_id)
        return self.filter(seen)

    def running(self):
        """Those whose procedure has not ended."""
        return self.filter(run__ended_on=None)


class ParticipationQuerySet(models.QuerySet):
    """Parts in cases, read as adjectives."""

    def live(self):
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def on_panel(self):
        """Signed experts and the chair."""
        return self.live().filter(duty__in=[Duty.CHAIR, Duty.EXPERT])


class Case(models.Model):
    """One institution (or some of its programmes) going through one edition of the procedure at one agency.

    `rulebook` and `standards` are those in force when it was opened, pinned for good when both have signed the contract.
    """

    number = models.CharField(max_length=20, unique=True)  # "2026-0007"
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="cases")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="cases")
    edition = models.CharField(max_length=40)
    kind = models.CharField(max_length=15, choices=Kind)
    programmes = models.ManyToManyField(Programme, blank=True, related_name="cases")
    rulebook = models.ForeignKey(Rulebook, on_delete=models.PROTECT, related_name="+")
    standards = models.ForeignKey(StandardsSet, on_delete=models.PROTECT, related_name="+")
    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="case")
    selfassessment = models.OneToOneField(
        SelfAssessment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case",
    )
    opened_on = models.DateField()
    description = models.TextField(blank=True)  # short description of the institution's activity (R233)
    is_first_time = models.BooleanField(default=False)  # the agency works with it for the first time (R235)
    visit_first_day = models.DateField(null=True, blank=True)
    visit_last_day = models.DateField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        indexes = [models.Index(name="cases_newest_first", fields=["-opened_on", "-id"])]
        constraints = [
            models.CheckConstraint(
                name="visit_has_both_days_in_order",
                condition=Q(visit_first_day=None, visit_last_day=None) | Q(visit_last_day__gte=models.F("visit_first_day")),
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def journal_name(self):
        """What the journal calls this case."""
        return f"case:{self.pk}"

    @property
    def values(self):
        """The rulebook values that hold for this case."""
        return self.rulebook.values


class Participation(models.Model):
    """A person's part in a case from one moment to another. Rights in a case come from here (and from appointments).

    `side` is "" for a candidate, who has not signed yet and sees nothing. `owes` is the key of a collective step that
    this person has still to act on.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participations")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="participations")
    duty = models.CharField(max_length=20, choices=Duty)
    side = models.CharField(max_length=12, choices=Side, blank=True)
    owes = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_live_part_per_duty",
                fields=["case", "appointment", "duty"],
                condition=Q(ended_at=None),
            ),
            models.UniqueConstraint(
                name="one_coordinator",
                fields=["case"],
                condition=Q(duty="coordinator", ended_at=None),
            ),
            models.CheckConstraint(
                name="candidate_sees_nothing",
                condition=~Q(duty="candidate") | Q(side=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["appointment", "case"],
                condition=Q(ended_at=None),
                name="live_parts",
            )
        ]

    def __str__(self):
        return f"{self.case} {self.duty} {self.appointment}"


class Record(models.Model):
    """What was said when a simple step was taken: its day, its words, its fields. One for each round."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="records")
    step = models.CharField(max_length=60)
    round = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=30)
    data = models.JSONField(default=dict)
    by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="one_record_per_round", fields=["case", "step", "round"])]

    def __str__(self):
        return f"{self.case} {self.step}/{self.round}"


# Who reads what the institution marked as confidential: it, the agency's people of the case, the experts who have signed.
# Council and appeals commission decide on the report; they read that the piece is there, not the piece.
CONFIDENTIAL_READERS = frozenset({Side.INSTITUTION, Side.AGENCY, Side.PANEL})


class CaseDocumentQuerySet(models.QuerySet):
    """Documents of cases. Every list and download starts at `readable_by`."""

    def readable_by(self, sides):
        """Those that one of these sides may read; confidential ones only for the sides that read such documents at all."""
        unmarked = ~Q(document__confidentiality=Document.Confidentiality.CONFIDENTIAL)
        return self.filter(unmarked | Q(sides__overlap=sorted(sides & CONFIDENTIAL_READERS)), sides__overlap=sorted(sides))


class CaseDocument(models.Model):
    """A document of a case: which step brought it and which sides may read it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=60)
    round = models.PositiveSmallIntegerField(default=1)
    sides = ArrayField(models.CharField(max_length=12, choices=Side), default=list)

    objects = CaseDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.case} {self.document}"


class Contract(models.Model):
    """The contract on the accreditation: price, dates, the typeset document, and who confirmed that version (R234)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="contract")
    number = models.CharField(max_length=40, unique=True)
    price = models.DecimalField(max_digits=12, decimal_places=2)
    report_due_on = models.DateField()
    visit_planned_for = models.DateField()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    institution_signed_at = models.DateTimeField(null=True, blank=True)
    institution_signed_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agency_signed_at = models.DateTimeField(null=True, blank=True)
    agency_signed_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="contract_price_not_negative", condition=Q(price__gte=0))]

    def __str__(self):
        return self.number


class ReceivedReport(models.Model):
    """A sealed self-assessment report that the institution handed in: the first version, a rework, or the final one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports_received")
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=60)
    round = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.case} {self.step}/{self.round}"

    @property
    def is_final(self):
        """Whether this is the final report, on which the panel works (S4 1.7)."""
        return self.step == "self_assessment_final"


class Message(models.Model):
    """A message between the institution and the agency about the case; experts do not see it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.case} {self.at:%Y-%m-%d %H:%M}"
