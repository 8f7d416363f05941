"""Persons, bodies, appointments, invitations.

An act is always done *in an appointment*: a person may be head of a school in the morning and expert in the afternoon,
and the journal says which. Rights come from appointments, never from the account.
"""

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from tarazy.ground.foundation.fields import TextField3, searchable
from tarazy.ground.people.roles import leading_roles, role_name

# Who invites where no person does.
PLATFORM = "Tarazy"


class PersonManager(BaseUserManager):
    """Creates persons; an account without a password cannot sign in until its invitation is accepted."""

    def create_user(self, email, password=None, **fields):
        """A person with this e-mail address, compared without regard to case."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email, password=None, **fields):
        """The platform's own staff, for the command line; they keep the tables, and no case is theirs."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        """Sign-in finds the address however it is typed."""
        return self.get(email=email.lower())


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account. `language` is the one that mail to them is written in."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(
        max_length=2,
        default="ru",
        choices=[("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")],
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined = models.DateTimeField(auto_now_add=True)

    objects = PersonManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class Body(models.Model):
    """What people hold appointments in: upper rooms derive from it (an institution, an agency, an authority)."""

    kind = models.CharField(max_length=20)
    name = TextField3()
    search = models.GeneratedField(expression=searchable("name"), output_field=models.TextField(), db_persist=True)

    class Meta:
        indexes = [GinIndex(SearchVector("search", config="simple"), name="body_name_words", fastupdate=False)]

    def __str__(self):
        return str(self.name)


class AppointmentQuerySet(models.QuerySet):
    """Appointments, read as adjectives."""

    def in_force(self, day):
        """Those that hold on `day`, first and last day included."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)

    def not_over(self, day):
        """Those in force on `day` and those that begin later."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day))

    def leading(self):
        """Those whose role leads the body."""
        return self.filter(role__in=leading_roles())


class Appointment(models.Model):
    """A person's role in a body, from one day to another. `role` is a key of `people.roles`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=30)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="appointment_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self):
        return f"{self.person.name}, {self.role_name}"

    @property
    def role_name(self):
        """What the role is called, in the reader's language."""
        return role_name(self.role)


class InvitationQuerySet(models.QuerySet):
    """Invitations, read as adjectives."""

    def open(self, now):
        """Those that can still be accepted at `now`."""
        return self.waiting().filter(expires_at__gt=now)

    def waiting(self):
        """Those that were neither accepted nor withdrawn; also those whose last day is past, which may be sent again."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def to_lead(self, body):
        """Those to a role that leads `body`."""
        return self.filter(body=body, role__in=leading_roles())


class Invitation(models.Model):
    """An invitation to take up an appointment. The link's token is never stored, only its hash; it may be sent again.

    `invited_by` is empty where the platform itself invites: the first head of a body that nobody leads yet.
    """

    email = models.EmailField()
    name = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    role = models.CharField(max_length=30)
    language = models.CharField(max_length=2, default="ru")
    invited_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    times_sent = models.PositiveSmallIntegerField(default=1)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_open_invitation_per_role",
                fields=["body", "role", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="invitation_ends_after_it_is_sent",
                condition=Q(expires_at__gt=F("sent_at")),
            ),
            models.CheckConstraint(
                name="invitation_accepted_or_withdrawn",
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
            ),
        ]

    def __str__(self):
        return f"{self.email} → {self.role}"

    @property
    def inviter(self):
        """The name of whoever invited: a person, or the platform."""
        return self.invited_by.person.name if self.invited_by else PLATFORM

    @property
    def is_over(self):
        """Whether it was accepted or withdrawn, and so cannot be sent again."""
        return bool(self.accepted_at or self.withdrawn_at)

    @property
    def role_name(self):
        """What the role is called, in the reader's language."""
        return role_name(self.role)
