"""A review: which office looks at which office's answer, and the hearing it held."""

from django.db import models
from django.db.models import Q

from yimen.cases.models.case import Case
from yimen.cases.models.choices import choices_of
from yimen.cases.reviews.rules import Stage


class Review(models.Model):
    """One round after the first answer. What came of it stands in the opinion of this stage."""

    # No index of its own for the references: it is found by its case.
    case = models.ForeignKey(Case, models.CASCADE, db_index=False, related_name="reviews")
    at = models.DateTimeField()  # when the resident asked
    stage = models.CharField(max_length=8, choices=choices_of(Stage))
    from_office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")  # answered
    office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")  # reviews
    hearing_from_on = models.DateField(null=True)
    hearing_until_on = models.DateField(null=True)
    left_on = models.DateField(null=True)  # everybody who could review stood aside: the next higher government does

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="review_by_case")]
        constraints = [
            models.CheckConstraint(condition=~Q(stage="first"), name="review_is_not_the_first_stage"),
            models.CheckConstraint(
                condition=Q(hearing_until_on__isnull=True) | Q(hearing_from_on__isnull=False),
                name="review_hearing_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage}"

    @property
    def is_hearing(self) -> bool:
        """Is a hearing on?"""
        return self.hearing_from_on is not None and self.hearing_until_on is None
