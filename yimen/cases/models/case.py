"""The case itself, and the indexes its lists are read from."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from yimen.cases.joint.rules import Consent
from yimen.cases.models.choices import choices_of
from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import OPEN, Channel, Kept, State, Way
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField
from yimen.routing.rules import Kind

if TYPE_CHECKING:
    from yimen.cases.models.holder import Holder

#: What a list is narrowed by. It stands in every index behind the order of its list, so that whatever is asked for,
#: a page of twenty is found in the index alone, without reading the cases that do not fit.
LISTED = ("state", "category", "area", "channel", "language", "kind", "accused_office")
_BY_DAY = ("due_on", "id")
_BY_MOMENT = ("received_at", "id")


class Case(Versioned):
    """What a resident brought: about a thing, a place, a service, or a quarrel they are part of."""

    # No index of their own for the references: nothing is looked up by them but through the lists below, and each
    # index more makes a resident wait who sends a case.
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices_of(State))
    stage = models.CharField(max_length=8, choices=choices_of(Stage), default=Stage.FIRST)
    kind = models.CharField(max_length=12, choices=choices_of(Kind))
    channel = models.CharField(max_length=8, choices=choices_of(Channel))
    language = models.CharField(max_length=10)
    category = models.ForeignKey("routing.Category", models.PROTECT, db_index=False, null=True)  # empty: left open
    procedure = models.ForeignKey("routing.Procedure", models.PROTECT, db_index=False)

    words = SealedField(default="", blank=True)  # what happened, as the resident wrote it
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    place_words = SealedField(default="", blank=True)
    area = models.ForeignKey("places.Place", models.PROTECT, db_index=False, null=True)  # as it was when the case came

    office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")  # holds the case
    turn_office = models.ForeignKey(
        "people.Office", models.PROTECT, db_index=False, null=True, related_name="+"
    )  # must act now
    accused_office = models.ForeignKey(
        "people.Office", models.PROTECT, db_index=False, null=True, related_name="+"
    )  # never sees it
    has_recusals = models.BooleanField(default=False)  # somebody stands aside: only then who is asked for
    route = models.JSONField(default=list)  # why this office, as codes: see routing.rules

    receipt_hash = models.BinaryField(max_length=32, unique=True)
    digest = models.BinaryField(max_length=32)  # of what was sent: the same form with other words is noticed
    tell = models.CharField(max_length=8, choices=choices_of(Way))
    contact_name = SealedField(default="", blank=True)
    email = SealedField(default="", blank=True)
    phone = SealedField(default="", blank=True)
    postal = SealedField(default="", blank=True)  # where letters on paper go
    needs = SealedField(
        default="", blank=True
    )  # codes of needs.rules.Need; sealed, so that no list is narrowed by them

    main = models.ForeignKey(  # about the same thing as that one, each its own case; a main case names itself
        "self", models.PROTECT, db_index=False, null=True, related_name="+"
    )
    says_same = models.ForeignKey(  # its resident says that one is about the same thing; an office decides
        "self", models.PROTECT, db_index=False, null=True, related_name="+"
    )
    consent = models.CharField(max_length=8, choices=choices_of(Consent), blank=True)  # brought for them by a helper
    joint = models.PositiveSmallIntegerField(default=0)  # how many stand in it together; 0: brought by one alone

    due_on = models.DateField(null=True)  # of the term that ends first; empty when the case has ended
    due_is_provisional = models.BooleanField(default=False)
    stands_from_on = models.DateField(null=True)  # after this day the clock of that term stands still
    ended_at = models.DateTimeField(null=True)  # answered, referred, closed or withdrawn
    returned = models.BooleanField(default=False)  # came back to the office, which has not taken its next step yet
    asks_time = models.BooleanField(default=False)  # the office waits for its head to give more time
    reopened = models.PositiveSmallIntegerField(default=0)
    kept = models.CharField(max_length=12, choices=choices_of(Kept), default=Kept.WHOLE)
    fades_at = models.DateTimeField(null=True)  # when the next part is forgotten; empty while open, and when bare

    #: By whose receipt it was opened here, if not by that of whoever brought it; not stored.
    holder: "Holder | None" = None

    class Meta:
        indexes = [
            models.Index(
                fields=["turn_office", *_BY_DAY, "office", "received_at", *LISTED],
                name="case_my_turn",
                condition=Q(turn_office__isnull=False),
            ),
            models.Index(
                fields=["office", *_BY_DAY, "received_at", *LISTED, "stands_from_on"],
                name="case_due",
                condition=Q(due_on__isnull=False),
            ),
            models.Index(
                fields=[*_BY_DAY, "office", "received_at", *LISTED, "stands_from_on"],
                name="case_due_in_town",
                condition=Q(due_on__isnull=False),
            ),
            models.Index(
                fields=["office", *_BY_DAY, "received_at", *LISTED, "returned"],
                name="case_returned",
                condition=Q(returned=True),
            ),
            models.Index(
                fields=["office", *_BY_DAY, "received_at", *LISTED, "asks_time"],
                name="case_asks_time",
                condition=Q(asks_time=True),
            ),
            models.Index(fields=["office", *_BY_MOMENT, "due_on", *LISTED], name="case_of_office"),
            models.Index(fields=[*_BY_MOMENT, "office", "due_on", *LISTED], name="case_in_town"),
            models.Index(fields=["main", "id"], name="case_linked", condition=Q(main__isnull=False)),
            models.Index(
                fields=["category", "area", *_BY_MOMENT],
                name="case_alike",
                condition=Q(due_on__isnull=False, area__isnull=False),
            ),
            models.Index(fields=["fades_at"], name="case_to_fade", condition=Q(fades_at__isnull=False)),
            models.Index(fields=["ended_at"], name="case_to_close", condition=Q(state="answered")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(
                    # Both are there: in SQL, a comparison with nothing is no "no".
                    longitude__isnull=False,
                    latitude__isnull=False,
                    longitude__range=(-180, 180),
                    latitude__range=(-90, 90),
                ),
                name="case_point_is_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_at__isnull=True, due_on__isnull=False)
                | (~Q(state__in=OPEN) & Q(ended_at__isnull=False, due_on__isnull=True)),
                name="case_open_is_due_and_ended_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    def is_late(self, on: date) -> bool:
        """Is the last day over? While the clock stands still, only if it was over when it stopped."""
        return self.due_on is not None and self.due_on < (self.stands_from_on or on)

    @cached_property
    def recused(self) -> dict[int, str]:
        """The members of staff who stand aside, and why in a code; read once, and only where there are any."""
        if not self.has_recusals:
            return {}
        return dict(self.recusals.filter(staff__isnull=False).values_list("staff_id", "state"))

    @property
    def ref(self) -> str:
        """How the journal, letters, files and looks refer to this case."""
        return f"case:{self.pk}"
