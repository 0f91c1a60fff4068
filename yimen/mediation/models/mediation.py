"""A mediation and its sides. No word of what it is about stands here in clear."""

from datetime import date

from django.db import models
from django.db.models import Q

from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField
from yimen.mediation.counted.rules import Amount
from yimen.mediation.court.rules import Court, last_day
from yimen.mediation.endings import Ending
from yimen.mediation.models.committee import Committee
from yimen.mediation.rules import Kind, Screened, Source, Standing, State


def choices_of(
    codes: type[State | Source | Kind | Ending | Standing | Screened | Amount | Court],
) -> list[tuple[str, str]]:
    """The codes of an enumeration as a column's choices."""
    return [(code.value, code.value) for code in codes]


class Mediation(Versioned):
    """One dispute that its sides try to settle themselves, with somebody's help."""

    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=choices_of(State))
    source = models.CharField(max_length=12, choices=choices_of(Source))
    kind = models.CharField(max_length=12, choices=choices_of(Kind))
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="mediations")
    case = models.OneToOneField("cases.Case", models.SET_NULL, null=True, related_name="+")  # it was referred from
    # The person, not only the post: whoever stands in for them on leave is not let in.
    mediator = models.ForeignKey("people.Staff", models.PROTECT, null=True, related_name="+")
    mediator_post = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="+")
    not_again = models.JSONField(default=list)  # staff whom a side has refused, or who have declined
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    invited_on = models.DateField(null=True)
    due_on = models.DateField(null=True)  # the last day, once all sides have agreed to mediate
    asks_until = models.DateField(null=True)  # somebody asks for time until this day; in force when all sides agree
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=13, choices=choices_of(Ending), blank=True)
    agreed_on = models.DateField(null=True)  # since when an agreement is in force; it stays for the figures
    is_oral = models.BooleanField(default=False)
    amount = models.CharField(max_length=9, choices=choices_of(Amount), blank=True)
    court = models.CharField(max_length=9, choices=choices_of(Court), blank=True)
    court_on = models.DateField(null=True)  # when it was asked, or has said it
    reminded_on = models.DateField(null=True)  # that a court can still be asked
    nonce_hash = models.BinaryField(max_length=32, unique=True, null=True)  # of the form it came by

    class Meta:
        indexes = [
            models.Index(fields=["mediator", "state", "id"], name="mediation_of_mediator"),
            models.Index(fields=["committee", "state", "id"], name="mediation_of_committee"),
            models.Index(fields=["due_on"], name="mediation_late", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["agreed_on"], name="mediation_to_remind", condition=Q(reminded_on__isnull=True)),
            models.Index(fields=["ended_at"], name="mediation_to_forget", condition=Q(ended_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["committee", "year", "serial"], name="mediation_number_once"),
            models.CheckConstraint(
                condition=Q(state="ended", ended_at__isnull=False, ending__gt="")
                | (~Q(state="ended") & Q(ended_at__isnull=True, ending="")),
                name="mediation_ended_says_why",
            ),
            models.CheckConstraint(
                condition=Q(court="", court_on__isnull=True)
                | Q(court__gt="", court_on__isnull=False, agreed_on__isnull=False),
                name="mediation_court_says_when",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def court_until(self) -> date | None:
        """The last day on which a court can be asked to confirm the agreement."""
        return last_day(self.agreed_on) if self.agreed_on else None

    @property
    def ref(self) -> str:
        """How the journal, letters and looks refer to it."""
        return f"mediation:{self.pk}"


class Side(Versioned):
    """One side of the dispute. Their name is sealed with the key of the joint room."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="sides")
    number = models.PositiveSmallIntegerField()  # 1: whoever applied
    standing = models.CharField(max_length=8, choices=choices_of(Standing))
    screened = models.CharField(max_length=14, choices=choices_of(Screened), blank=True)
    name = models.BinaryField()
    language = models.CharField(max_length=10)
    tell = models.CharField(max_length=8, default="here")
    email = SealedField(default="", blank=True)
    phone = SealedField(default="", blank=True)
    interpreter = models.BooleanField(default=False)
    code_hash = models.BinaryField(max_length=32, null=True, unique=True)
    invitation_hash = models.BinaryField(max_length=32, null=True, unique=True)
    chose = models.BooleanField(default=False)  # this mediator is right for them
    rights_at = models.DateTimeField(null=True)  # rights and duties were read out to them, and they understood
    agrees_until = models.DateField(null=True)  # to more time
    wishes_public = models.BooleanField(default=False)  # sessions that others may listen to: only if all sides wish it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mediation", "number"], name="side_once"),
            models.CheckConstraint(
                condition=Q(standing__in=["invited", "later"], invitation_hash__isnull=False)
                | (~Q(standing__in=["invited", "later"]) & Q(invitation_hash__isnull=True)),
                name="side_invited_has_an_invitation",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal and their letters refer to them."""
        return f"side:{self.pk}"
