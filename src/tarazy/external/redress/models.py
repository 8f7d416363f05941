"""Two remedies: a complaint about the process or a person's conduct, and an appeal of the decision."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import TruncDate

from tarazy.external.cases.models import INSTITUTION_ROLES, Case
from tarazy.external.decisions.models import Decision
from tarazy.external.experts.models import Expert, Interest
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment


def _concerns(person_id):
    """Whether the case is about an institution that this person belongs to, works at, or has an interest in."""
    belongs = Appointment.objects.filter(person_id=person_id, body_id=OuterRef("case__institution_id"))
    works = Expert.objects.filter(appointment__person_id=person_id, workplace_id=OuterRef("case__institution_id"))
    interests = Interest.objects.filter(expert__appointment__person_id=person_id, institution_id=OuterRef("case__institution_id"))
    return Exists(belongs) | Exists(works) | Exists(interests)


class ComplaintQuerySet(models.QuerySet):
    """Complaints, read as adjectives."""

    def visible_to(self, appointment):
        """Those of one's own institution, and those that one has to answer; nobody else reads a complaint."""
        if appointment is None:
            return self.none()
        if appointment.role in INSTITUTION_ROLES:
            return self.filter(case__institution_id=appointment.body_id)
        return self.handled_by(appointment)

    def handled_by(self, appointment):
        """Those that this appointment answers: the head of the agency, or the appeals commission where it is about the head.

        Never the person who is complained about (R227), nor somebody who works or worked at the institution, or said to have
        an interest in it (R226).
        """
        heads = Appointment.objects.filter(body_id=OuterRef("case__agency_id"), role="agency_head", person_id=OuterRef("about__person_id"))
        about_head = Exists(heads.filter(Q(until=None) | Q(until__gte=OuterRef("filed_on"))))
        theirs = self.annotate(filed_on=TruncDate("filed_at")).filter(case__agency_id=appointment.body_id)
        theirs = theirs.exclude(about__person_id=appointment.person_id).exclude(_concerns(appointment.person_id))
        if appointment.role == "agency_head":
            return theirs.exclude(about_head)
        return theirs.filter(about_head) if appointment.role == "appeals_member" else self.none()

    def open(self):
        """Those that wait for an answer."""
        return self.filter(state=Complaint.State.OPEN)


class Complaint(models.Model):
    """A disagreement with the process or with somebody's actions, before the decision (R249, R227)."""

    class State(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="complaints")
    about = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    evidence = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["-filed_at"]
        constraints = [
            models.CheckConstraint(
                name="answered_complaint_has_answer",
                condition=Q(state="open") | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.text[:40]}"


class Appeal(models.Model):
    """The institution appeals a decision; other people rule on it, and publication waits (R253, R178)."""

    class Ruling(models.TextChoices):
        PENDING = "pending"
        UPHELD = "upheld"
        DISMISSED = "dismissed"

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="appeal")
    grounds = models.TextField()
    evidence = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    ruling = models.CharField(max_length=10, choices=Ruling, default=Ruling.PENDING)
    ruling_grounds = models.TextField(blank=True)
    ruled_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ruled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ruled_appeal_has_grounds",
                condition=Q(ruling="pending") | ~Q(ruling_grounds="") & Q(ruled_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.decision}: {self.ruling}"
