"""What was said on a case: messages, answers, and what the resident thinks of them."""

from django.db import models

from yimen.cases.models.case import Case
from yimen.cases.models.choices import choices_of
from yimen.cases.reviews.rules import Finding, Stage
from yimen.cases.rules import Outcome, Satisfied, Solved
from yimen.kernel.seal import SealedField


class Message(models.Model):
    """One thing that was said on a case, by the resident or by an office."""

    class Kind(models.TextChoices):
        ADDED = "added"  # the resident adds something
        QUESTION = "question"  # the office asks
        REPLY = "reply"  # the resident answers the question
        REASON = "reason"  # why it was handed over, referred, extended, reopened, objected to …

    case = models.ForeignKey(Case, models.CASCADE, related_name="messages")
    at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=Kind)
    about = models.CharField(max_length=48)  # the journal code it belongs to: "case.handed_over"
    by = models.CharField(max_length=32)
    office = models.ForeignKey("people.Office", models.PROTECT, null=True)  # empty: the resident
    text = SealedField(default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="message_by_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.about}"


class Opinion(models.Model):
    """An office's answer, with its parts and the remedies the resident was told."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="opinions")
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    office = models.ForeignKey("people.Office", models.PROTECT)
    stage = models.CharField(max_length=8, choices=choices_of(Stage), default=Stage.FIRST)
    finding = models.CharField(max_length=10, choices=choices_of(Finding), blank=True)  # of a review; empty for others
    outcome = models.CharField(max_length=12, choices=choices_of(Outcome))
    claims = SealedField(default="", blank=True)  # what was asked
    facts = SealedField(default="", blank=True)  # what was found, and why
    opinion = SealedField(default="", blank=True)  # what follows from it
    basis = SealedField(default="", blank=True)  # law or rule
    remedies = SealedField(default="", blank=True)  # what the resident may do next, in their language
    ask_until = models.DateField(null=True)  # the last day to ask for a review, as it was told; no change shortens it

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="opinion_by_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"


class Rating(models.Model):
    """What the resident says of an answer. It is about the office's work and touches no benefit of anybody."""

    opinion = models.OneToOneField(Opinion, models.CASCADE, related_name="rating")
    at = models.DateTimeField()
    solved = models.CharField(max_length=8, choices=choices_of(Solved))
    satisfied = models.CharField(max_length=8, choices=choices_of(Satisfied))
    visits = models.PositiveSmallIntegerField()  # how often the resident had to come in person
    words = SealedField(default="", blank=True)

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.solved}"
