"""The waiting room of a centre. Nobody knows whose call it is; it is forgotten overnight."""

from django.db import models

from yimen.kernel.models import Versioned
from yimen.kernel.seal import SealedField
from yimen.video.rules import Stage


class VideoCall(Versioned):
    """A call that somebody asked for at a centre, or for which a clerk gave them a link."""

    meeting = models.OneToOneField("meetings.Meeting", models.CASCADE, related_name="+")
    office = models.ForeignKey("people.Office", models.CASCADE, related_name="+", db_index=False)
    stage = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Stage], default=Stage.WAITING)
    language = models.CharField(max_length=10)  # of the person
    needs = SealedField(default="", blank=True)  # codes of NEEDS with blanks between them
    case = models.ForeignKey("cases.Case", models.SET_NULL, null=True, related_name="+")  # by the receipt they gave
    post = models.ForeignKey("people.Post", models.CASCADE, null=True, related_name="+")  # whose call it is now
    asked_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)  # by the clerk whose call it is now

    class Meta:
        indexes = [models.Index(fields=["office", "stage", "id"], name="video_of_centre")]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """How the journal refers to it."""
        return f"video:{self.pk}"
