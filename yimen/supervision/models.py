"""The ladder of the town, where a case stands on it, and what the public reads of it."""

from django.db import models
from django.db.models import Q

from yimen.calls.rules import Call
from yimen.kernel.seal import SealedField
from yimen.supervision.rules import Does, When


class Rung(models.Model):
    """One rung of the ladder. Data from a pack."""

    code = models.CharField(max_length=32, unique=True)
    order = models.PositiveSmallIntegerField()
    when = models.CharField(max_length=8, choices=[(w.value, w.value) for w in When])
    number = models.PositiveSmallIntegerField(default=0)
    does = models.CharField(max_length=16, choices=[(d.value, d.value) for d in Does])
    names = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.code


class Standing(models.Model):
    """Where an open case stands on the ladder, for the date it has now; with another date it begins anew."""

    case = models.OneToOneField("cases.Case", models.CASCADE, related_name="+")
    term = models.ForeignKey("deadlines.Term", models.CASCADE, db_index=False, related_name="+")
    due_on = models.DateField()
    rung = models.CharField(max_length=32)  # its code: the ladder may change under it
    number = models.PositiveSmallIntegerField()  # from the bottom
    reach = models.PositiveSmallIntegerField()  # of rules.REACH
    since_on = models.DateField()
    office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")
    accused_office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, null=True, related_name="+")
    suppress_below = models.PositiveSmallIntegerField()  # of its category: smaller public numbers are not shown

    class Meta:
        indexes = [
            models.Index(fields=["office", "due_on", "case", "reach", "accused_office"], name="standing_of_office"),
            models.Index(fields=["due_on", "case", "office", "reach", "accused_office"], name="standing_in_town"),
            models.Index(fields=["office", "suppress_below"], name="standing_public", condition=Q(reach=4)),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.rung}"


class Release(models.Model):
    """A fixed release of public numbers; the next one takes its place."""

    on = models.DateField(unique=True)

    def __str__(self) -> str:
        return str(self.on)


class PublicCount(models.Model):
    """How many cases of an office are counted in public, already made so that nobody is identified."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="counts")
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")
    suppress_below = models.PositiveSmallIntegerField()  # 5: public space; 10: all else
    number = models.PositiveIntegerField(null=True)  # rounded; empty: some, but fewer than are shown

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "office", "suppress_below"], name="public_count_once_per_office")
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.number}"


class Instruction(models.Model):
    """What a supervisor told an office to do on a case, and what the office reported."""

    case = models.ForeignKey("cases.Case", models.CASCADE, db_index=False, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    until_on = models.DateField()
    text = SealedField(default="", blank=True)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.CharField(max_length=32, blank=True)
    report = SealedField(default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="instruction_by_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(reported_at__isnull=True), name="instruction_stands_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.until_on}"


class Unhappy(models.Model):
    """A case whose resident was unhappy with the answer, for a month, or until it is given back."""

    case = models.OneToOneField("cases.Case", models.CASCADE, related_name="+")
    office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")
    accused_office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, null=True, related_name="+")
    rated_on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["office", "case", "accused_office"], name="unhappy_of_office"),
            models.Index(fields=["case", "office", "accused_office"], name="unhappy_in_town"),
            models.Index(fields=["rated_on"], name="unhappy_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.rated_on}"


class CallBack(models.Model):
    """A resident to be called about one answer. The number is not here: reading it from the case is a look."""

    case = models.ForeignKey("cases.Case", models.CASCADE, db_index=False, related_name="+")
    answer_at = models.DateTimeField()  # of the answer it is about
    desk = models.ForeignKey("people.Office", models.PROTECT, db_index=False, related_name="+")  # who calls
    accused_office = models.ForeignKey("people.Office", models.PROTECT, db_index=False, null=True, related_name="+")
    since_on = models.DateField()
    tries = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Call], default=Call.WAITING)

    class Meta:
        indexes = [models.Index(fields=["desk", "state", "since_on", "id"], name="call_back_of_desk")]
        constraints = [models.UniqueConstraint(fields=["case", "answer_at"], name="call_back_once_per_answer")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"
