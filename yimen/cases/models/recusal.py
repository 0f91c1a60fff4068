"""Persons who stand aside from a case."""

from django.db import models
from django.db.models import Q

from yimen.cases.models.case import Case
from yimen.cases.models.choices import choices_of
from yimen.cases.together.rules import Asides
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField

NAMED = [Asides.STANDS.value, Asides.ANSWERED.value]  # with the person; a wish and its decision name nobody


class Recusal(Versioned):
    """A member of staff who may not see a case, from whichever post; or a resident's wish that somebody does not.

    Whoever answered before a review stands aside from it too, but sees what comes of it.

    It names the person, not a post: who has an interest in a matter has it in every seat. The journal names posts only.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="recusals")
    staff = models.ForeignKey("people.Staff", models.CASCADE, null=True, related_name="+")  # empty: a wish
    state = models.CharField(max_length=8, choices=choices_of(Asides))
    at = models.DateTimeField()
    by = models.CharField(max_length=32)  # "post:12": themselves or a supervisor; "resident"
    why = SealedField(default="")  # for supervisors alone; a resident's wish also for the resident

    class Meta:
        constraints = [
            # Also the index of the anti-join in every list: this person's few cases.
            models.UniqueConstraint(fields=["staff", "case"], name="recusal_once_per_person_and_case"),
            models.UniqueConstraint(fields=["case"], condition=Q(state="wished"), name="recusal_one_open_wish"),
            models.CheckConstraint(
                condition=Q(state__in=NAMED, staff__isnull=False) | (~Q(state__in=NAMED) & Q(staff__isnull=True)),
                name="recusal_stands_for_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"
