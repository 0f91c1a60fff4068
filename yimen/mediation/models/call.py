"""The call by video in which a session takes place; it goes with its meeting, in the night after its day."""

from django.db import models

from yimen.kernel.models import Versioned
from yimen.mediation.models.sitting import Sitting


class SittingCall(Versioned):
    """Which meeting belongs to which session, and nothing of what happens in it."""

    sitting = models.OneToOneField(Sitting, models.CASCADE, related_name="call")
    meeting = models.OneToOneField("meetings.Meeting", models.CASCADE, related_name="+")
    is_over = models.BooleanField(default=False)  # the mediator has ended it; only they open it again

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.meeting_id}"
