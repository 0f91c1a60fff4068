"""A list that somebody keeps for themselves."""

from django.db import models


class View(models.Model):
    """A list with its filters, kept by a member of staff under a name of their own. It holds codes, no cases."""

    staff = models.ForeignKey("people.Staff", models.CASCADE, related_name="+")
    called = models.CharField(max_length=40)
    asked = models.CharField(max_length=400)  # the codes of the list's address: "list=due&category=urban.lighting"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["staff", "called"], name="view_called_once"),
        ]

    def __str__(self) -> str:
        return self.asked
