"""What an office asks a colleague about a case, and what it writes for colleagues."""

from django.db import models
from django.db.models import Q

from yimen.cases.models.case import Case
from yimen.cases.models.choices import choices_of
from yimen.cases.together.rules import Asked, Whom
from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField


class Enquiry(Versioned):
    """A part that another office gives to a case, or a question to an adviser, with its own last day."""

    # No index of its own for the references, as in a case: it is found by its case and by the two lists below.
    case = models.ForeignKey(Case, models.CASCADE, related_name="enquiries")
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    from_office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")
    whom = models.CharField(max_length=16, choices=choices_of(Whom))
    to_office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")
    to_post = models.ForeignKey("people.Post", models.PROTECT, db_index=False, null=True, related_name="+")  # advisers
    question = SealedField(default="")
    state = models.CharField(max_length=10, choices=choices_of(Asked), default=Asked.ASKED)
    due_on = models.DateField()
    answer = SealedField(default="", blank=True)  # or why there is none
    ended_at = models.DateTimeField(null=True)  # answered, declined or recalled

    class Meta:
        indexes = [
            models.Index(fields=["to_office", "due_on", "id"], name="enquiry_of_office", condition=Q(state="asked")),
            models.Index(fields=["to_post", "due_on", "id"], name="enquiry_of_post", condition=Q(state="asked")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "to_office"],
                condition=Q(state="asked", to_post__isnull=True),
                name="enquiry_open_once_per_office",
            ),
            models.UniqueConstraint(
                fields=["case", "to_post"], condition=Q(state="asked"), name="enquiry_open_once_per_post"
            ),
            models.CheckConstraint(
                condition=Q(whom="co_handler", to_post__isnull=True)
                | (~Q(whom="co_handler") & Q(to_post__isnull=False)),
                name="enquiry_goes_to_an_office_or_a_post",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How its term refers to it."""
        return f"enquiry:{self.pk}"
