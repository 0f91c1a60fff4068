"""Staff, offices, counters, posts and appointments (Popolo: Person, Organization, Post, Membership)."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from yimen.people.rules import Role


class Staff(AbstractBaseUser):
    """Somebody who works at the desk. Residents have no accounts."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)  # one field: names are never split into first and last
    language = models.CharField(max_length=10, default="zh-hans")
    is_active = models.BooleanField(default=True)
    # Who they are to the town's own sign-in server; set by an administrator, empty if they sign in here.
    subject = models.CharField(max_length=191, null=True, unique=True)
    second_step_by = models.DateField(null=True)  # from this day on a post that needs a second step opens only with one

    owes_step = models.BooleanField(default=False)  # their second step was lost and taken away; a new one comes first

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = BaseUserManager["Staff"]()

    def __str__(self) -> str:
        return self.username


class SignIn(models.Model):
    """One browser in which somebody is signed in, so that they can see and end it. No address is kept."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    since = models.DateTimeField()
    used_at = models.DateTimeField()  # to a few minutes
    device = models.CharField(max_length=32, blank=True)  # "phone/Firefox"

    def __str__(self) -> str:
        return f"{self.staff_id} {self.device}"


class StepReset(models.Model):
    """An administrator asks to take away the second step that a colleague has lost; another one agrees."""

    at = models.DateTimeField()
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")  # empty: whoever runs the machine
    second = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by__isnull=True) | ~Q(asked_by=F("staff")), name="step_reset_is_not_asked_by_oneself"
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | (~Q(second=F("staff")) & ~Q(second=F("asked_by"))),
                name="step_reset_has_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(asked_by__isnull=True) | Q(second__isnull=False),
                name="step_reset_is_agreed_by_somebody",
            ),
            models.UniqueConstraint(fields=["staff"], condition=Q(done_at__isnull=True), name="step_reset_waits_once"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.staff_id}"


class Office(models.Model):
    """A centre or a department: who answers. ``function`` is the pack's word for what it does."""

    class Kind(models.TextChoices):
        CENTRE = "centre"
        DEPARTMENT = "department"

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    function = models.CharField(max_length=40)  # "one-door", "housing": a department code of the pack
    place = models.ForeignKey("places.Place", models.PROTECT)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="below")  # the superior office
    path = models.CharField(max_length=120, db_index=True)  # ids from the top down, "1/7/"
    names = models.JSONField(default=dict)
    telephone = models.CharField(max_length=40, blank=True)  # the office's, never a person's
    address = models.JSONField(default=dict)  # in words, per language
    hours = models.JSONField(default=dict)  # {"mon": [["09:00", "12:00"], ["14:00", "17:30"]], …}
    is_open = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["function", "place"], name="office_by_function")]
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("id")), name="office_is_not_its_own_superior"),
        ]

    def __str__(self) -> str:
        return self.code


class Counter(models.Model):
    """A window in a centre."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="counters")
    number = models.PositiveSmallIntegerField()
    names = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "number"], name="counter_number_once_per_office")]

    def __str__(self) -> str:
        return f"{self.office_id}/{self.number}"


class Post(models.Model):
    """A seat in an office, serving a place. It stays when its holder goes; without a holder it is vacant."""

    code = models.CharField(max_length=48, unique=True)
    role = models.CharField(max_length=16, choices=[(r.value, r.value) for r in Role])
    office = models.ForeignKey(Office, models.PROTECT, related_name="posts")
    place = models.ForeignKey("places.Place", models.PROTECT)
    names = models.JSONField(default=dict)
    closed_on = models.DateField(null=True)  # not needed since this day; what was done from it stays

    def __str__(self) -> str:
        return self.code


class Appointment(models.Model):
    """Who holds a post, from when until when. Access comes from here and ends with it."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="appointments")
    post = models.ForeignKey(Post, models.CASCADE, related_name="appointments")
    from_on = models.DateField()
    # The first day without it, so that access can end at once on any day, even the first; empty: for now.
    until_on = models.DateField(null=True)
    name_is_public = models.BooleanField(default=False)  # only if they agreed
    # Somebody stands in: while this row runs, it gives the access, and the appointment of whoever is on leave does not.
    in_place_of = models.ForeignKey("self", models.CASCADE, null=True, related_name="leaves")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(in_place_of__isnull=True) | Q(until_on__isnull=False), name="standing_in_has_a_last_day"
            ),
            models.UniqueConstraint(
                fields=["post"], condition=Q(until_on__isnull=True), name="post_has_one_open_holder"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="appointment_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff_id}@{self.post_id}"
