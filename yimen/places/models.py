"""Places and their outlines. A place is known by its code, never by its name."""

from django.db import models
from django.db.models import F, Q


class Place(models.Model):
    """A town, a township, a village or a service area."""

    class Level(models.TextChoices):
        TOWN = "town"
        TOWNSHIP = "township"
        VILLAGE = "village"
        AREA = "area"

    code = models.CharField(max_length=32, unique=True)
    level = models.CharField(max_length=8, choices=Level)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=160, db_index=True)  # codes from the town down, "KS/KS03/KS0302/"
    names = models.JSONField(default=dict)  # {"zh-hans": …, "en": …, "bo": …}
    outline = models.BinaryField(null=True)  # WKB, longitude and latitude in degrees (WGS 84)
    from_on = models.DateField(null=True)  # since when it stands as it does; empty: since ever
    until_on = models.DateField(null=True)  # the first day without it; old cases keep it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(level="town") | Q(parent__isnull=False), name="place_below_the_town_has_a_parent"
            ),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="place_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.code


class Former(models.Model):
    """A place as it stood before it was changed: what cases of those days lay in. Never changed itself."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="former")
    from_on = models.DateField(null=True)  # empty: since ever
    until_on = models.DateField()  # the first day on which it stood otherwise
    path = models.CharField(max_length=160)
    names = models.JSONField(default=dict)
    outline = models.BinaryField(null=True)

    def __str__(self) -> str:
        return f"{self.place_id} until {self.until_on}"
