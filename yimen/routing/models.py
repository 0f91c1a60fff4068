"""What a case can be about, how it is handled, and who answers for it. Data from a pack."""

from django.db import models
from django.db.models import Q


class Procedure(models.Model):
    """The road a case takes: which limits run, and what stops them. Codes of limits, empty for none."""

    code = models.CharField(max_length=32, unique=True)  # "hotline", "petition", "plain"
    names = models.JSONField(default=dict)
    notice_limit = models.CharField(max_length=32, blank=True)  # received → accepted, referred or handed over
    handle_limit = models.CharField(max_length=32, blank=True)  # → answered
    handle_from = models.CharField(max_length=8, choices=[("received", "received"), ("accepted", "accepted")])
    object_limit = models.CharField(max_length=32, blank=True)  # handed over → "not ours"
    assist_limit = models.CharField(max_length=32, blank=True)  # a colleague was asked → their part or advice is given
    call_limit = models.CharField(max_length=32, blank=True)  # answered, not rated → called; empty: nobody is called
    forward_limit = models.CharField(max_length=32, blank=True)  # received by an office that only passes on → passed on
    review_ask_limit = models.CharField(max_length=32, blank=True)  # answered → a review is asked for
    review_limit = models.CharField(max_length=32, blank=True)  # asked for → reviewed; empty: opened again instead
    rereview_ask_limit = models.CharField(max_length=32, blank=True)  # reviewed → a second review is asked for
    rereview_limit = models.CharField(max_length=32, blank=True)  # asked for → reviewed again; then it is final
    hearing_waits = models.CharField(max_length=8, blank=True)  # the stage whose limit stands still during a hearing
    remedies_review = models.JSONField(default=dict)  # what the resident may do after a review
    remedies_final = models.JSONField(default=dict)  # what remains when there is no stage left
    doors = models.JSONField(default=list)  # codes of other doors that are told with every answer
    pauses = models.BooleanField(default=True)  # does the limit wait while it is the resident's turn?
    extension_by = models.CharField(max_length=16, default="supervisor")  # the role that grants an extension
    remedies = models.JSONField(default=dict)  # what the resident may do next, per language, told with every answer
    needs_full_opinion = models.BooleanField(default=False)  # claims, facts, opinion, basis, remedies
    is_default = models.BooleanField(default=False)  # for a case whose category was left open; one at a time

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=Q(is_default=True), name="procedure_one_default")
        ]

    def __str__(self) -> str:
        return self.code


class Door(models.Model):
    """Another door that fits better: a court, an arbitration board, an emergency number. Told on the spot."""

    code = models.CharField(max_length=32, unique=True)
    names = models.JSONField(default=dict)
    why = models.JSONField(default=dict)  # why it belongs there, per language
    telephone = models.CharField(max_length=40, blank=True)
    is_urgent = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.code


class Category(models.Model):
    """What a case is about. A leaf has a procedure; a branch only groups."""

    code = models.CharField(max_length=48, unique=True)  # "urban.lighting"
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    order = models.PositiveSmallIntegerField(default=0)
    names = models.JSONField(default=dict)
    kinds = models.JSONField(default=list)  # of rules.Kind
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True)  # empty on branches and other doors
    handle_limit = models.CharField(max_length=32, blank=True)  # its own, instead of the procedure's
    door = models.ForeignKey(Door, models.PROTECT, null=True)  # set: this matter belongs elsewhere
    may_be_dispute = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)  # public-space matters, that may be shown without words and names
    suppress_below = models.PositiveSmallIntegerField(default=10)  # public figures: smaller cells are not shown
    retention = models.CharField(max_length=32, default="case")  # a class of retention.py
    is_offered = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(door__isnull=True) | Q(procedure__isnull=True),
                name="category_has_a_procedure_or_another_door",
            )
        ]

    def __str__(self) -> str:
        return self.code


class Remit(models.Model):
    """Which function answers for a category at a level; the lowest level that has an office at the place gets it."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="remits")
    level = models.CharField(max_length=8)  # of places.Place.Level, town … village
    function = models.CharField(max_length=40)  # of people.Office.function

    class Meta:
        constraints = [models.UniqueConstraint(fields=["category", "level"], name="remit_once_per_level")]

    def __str__(self) -> str:
        return f"{self.category_id} {self.level} {self.function}"
