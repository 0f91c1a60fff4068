"""What was said, sealed room by room, and the wrapped keys of the rooms."""

from django.db import models

from yimen.mediation.models.mediation import Mediation
from yimen.mediation.rooms.rules import Said


class RoomKey(models.Model):
    """The key of one room, wrapped for one bearer: the town's custody, a side's code, or an invitation."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, db_index=False, related_name="keys")
    room = models.CharField(max_length=10)
    bearer = models.CharField(max_length=32)  # "custody", "side:12"
    wrapped = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mediation", "room", "bearer"], name="room_key_once_per_bearer")]

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.room} {self.bearer}"


class Entry(models.Model):
    """One thing that was said in one room."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, db_index=False, related_name="entries")
    room = models.CharField(max_length=10)
    said = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Said])
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    words = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["mediation", "room", "id"], name="entry_by_room")]

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.room} {self.said}"


class RoomFile(models.Model):
    """A photo or a document that somebody shows in a room: name and content sealed with its key."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, db_index=False, related_name="files")
    room = models.CharField(max_length=10)
    mark = models.CharField(max_length=22, unique=True)  # its address, drawn by chance
    at = models.DateTimeField()
    by = models.CharField(max_length=32)
    type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    name = models.BinaryField()
    content = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["mediation", "room", "id"], name="file_by_room")]

    def __str__(self) -> str:
        return f"{self.mediation_id} {self.room} {self.mark}"
