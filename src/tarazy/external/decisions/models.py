"""Conclusion, council session, votes and decision."""

from django.db import models
from django.db.models import Q

from tarazy.external.cases.models import AGENCY_WIDE_ROLES, Case
from tarazy.external.decisions.states import Outcome, Part, recusal_said
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.models import Agency, CouncilSeat


class Conclusion(models.Model):
    """The conclusion of the report-analysis department with the expert council: what it proposes and why (R250)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="conclusions")
    round = models.PositiveSmallIntegerField(default=1)
    proposes = models.CharField(max_length=12, choices=Outcome)
    text = models.TextField()
    expert_council = models.TextField(blank=True)  # what the expert council advised, and when it met
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["case", "round"]
        constraints = [models.UniqueConstraint(name="one_conclusion_per_round", fields=["case", "round"])]

    def __str__(self):
        return f"{self.case}: {self.proposes}"


class SessionQuerySet(models.QuerySet):
    """Sessions, read as adjectives."""

    def visible_to(self, appointment):
        """Those of the council that this appointment sits on or works for; nobody else sees an agenda."""
        if appointment is None or appointment.role not in (*AGENCY_WIDE_ROLES, "council_member"):
            return self.none()
        return self.filter(agency_id=appointment.body_id)

    def coming(self, day):
        """Those held on `day` or later."""
        return self.filter(held_on__gte=day)


class Session(models.Model):
    """A meeting of the Accreditation Council."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [models.UniqueConstraint(name="one_session_per_number", fields=["agency", "number"])]

    def __str__(self):
        return f"{self.agency.acronym} {self.number}"


class Question(models.Model):
    """A case on a session's agenda. `opened_at` and `closed_at` bound the ballot; what is judged is frozen in `pack`.

    `pack`: `{"conclusion": {…}, "report": sha256, "submission": seal, "standards": "key version", "rulebook": version}`.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="questions")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="questions")
    round = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField()
    pack = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "position"]
        constraints = [models.UniqueConstraint(name="one_question_per_round", fields=["case", "round"])]

    def __str__(self):
        return f"{self.session} · {self.case}"

    @property
    def is_open(self):
        """Whether votes may be cast and changed."""
        return self.closed_at is None


class BallotQuerySet(models.QuerySet):
    """Ballots, read as adjectives."""

    def waiting(self):
        """Those of members who have neither voted nor stepped aside, and whose absence nobody noted."""
        return self.filter(recused=False, vote="", at=None)

    def with_members(self):
        """Together with the people behind them, the chair first."""
        return self.select_related("seat__appointment__person").order_by("-seat__is_chair", "seat_id")


class Ballot(models.Model):
    """A council member at one question: recused with reasons, or their named vote; absent when neither.

    `at` is empty as long as the member is waited for. `recusal_reason` is a key of `states.RECUSALS` where the platform
    applied the recusal by itself, else the member's own words.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="ballots")
    seat = models.ForeignKey(CouncilSeat, on_delete=models.PROTECT, related_name="ballots")
    recused = models.BooleanField(default=False)
    recusal_reason = models.CharField(max_length=300, blank=True)
    vote = models.CharField(max_length=12, choices=Outcome, blank=True)
    note = models.TextField(blank=True)  # a dissenting opinion, or the reason for the vote
    at = models.DateTimeField(null=True, blank=True)

    objects = BallotQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_ballot_per_seat", fields=["question", "seat"]),
            models.CheckConstraint(
                name="recused_does_not_vote",
                condition=Q(recused=False) | Q(vote="") & ~Q(recusal_reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.question}: {self.seat}"

    @property
    def part(self):
        """What the member does at this question: a key of `states.Part`."""
        if self.recused:
            return Part.RECUSED
        if self.vote:
            return Part.VOTED
        return Part.ABSENT if self.at else Part.WAITING

    @property
    def reason_said(self):
        """Why the member is recused, in the reader's language where the platform says it."""
        return recusal_said(self.recusal_reason)


class Decision(models.Model):
    """What the council decided. Final once published; a correction is a new decision that names this one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    question = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=12, choices=Outcome)
    differs = models.BooleanField()  # from the conclusion
    grounds = models.TextField(blank=True)
    decided_on = models.DateField()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    tally = models.JSONField()  # {"members", "recused", "present", "quorum", "votes": {outcome: n}, "majority"}
    minutes = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)  # when the institution and the panel were told (R252)
    notice = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
    )
    set_aside_at = models.DateTimeField(null=True, blank=True)  # by an upheld appeal
    signed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="decision_positive_has_term",
                condition=Q(outcome="refused", valid_until=None) | ~Q(outcome="refused") & Q(valid_until__isnull=False),
            ),
            models.CheckConstraint(
                name="differing_decision_has_grounds",
                condition=Q(differs=False) | ~Q(grounds=""),
            ),
            models.UniqueConstraint(
                name="one_standing_decision",
                fields=["case"],
                condition=Q(set_aside_at=None),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.outcome}"
