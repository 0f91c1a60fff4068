"""Letter templates and letters."""

from django.db import models
from django.db.models import Q

from yimen.kernel.seal import SealedField


class Template(models.Model):
    """The words of one kind of letter in one language, with $places. Data from a pack."""

    code = models.CharField(max_length=48)  # "case-received"
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "language"], name="template_once_per_language")]

    def __str__(self) -> str:
        return f"{self.code} {self.language}"


class Letter(models.Model):
    """What a resident was told, word for word. It is the outbox too: a row is the promise to send it."""

    class State(models.TextChoices):
        KEPT = "kept"  # under the receipt only
        WAITING = "waiting"
        SENDING = "sending"  # claimed by a worker; if that dies, the letter becomes uncertain, never sent twice
        SENT = "sent"
        UNCERTAIN = "uncertain"
        FAILED = "failed"
        TO_POST = "to_post"  # on paper: the mail room prints it

    subject = models.CharField(max_length=32)  # "case:48213"
    code = models.CharField(max_length=48)
    language = models.CharField(max_length=10)
    title = SealedField(default="", blank=True)
    body = SealedField(default="", blank=True)
    at = models.DateTimeField()
    way = models.CharField(max_length=8)  # "here", "email", "sms"
    address = SealedField(default="", blank=True)  # forgotten when sent
    receipt = SealedField(default="", blank=True)  # goes along in the letter that leaves, and is forgotten when sent
    answers = SealedField(default="", blank=True)  # Message-ID of the mail that it answers; forgotten when sent
    state = models.CharField(max_length=10, choices=State)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    to_post_at = models.DateTimeField(null=True)  # promised on paper; empty once it is in the post
    arrived_at = models.DateTimeField(null=True)  # where a gateway tells it of a text message

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"], name="letter_by_subject"),
            models.Index(fields=["to_post_at", "id"], name="letter_to_post", condition=Q(to_post_at__isnull=False)),
            # Not by state: SQLite uses a partial index only if it needs no parameter to see that it may.
            models.Index(fields=["next_at", "id"], name="letter_to_send", condition=Q(next_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="to_post", to_post_at__isnull=False)
                | (~Q(state="to_post") & Q(to_post_at__isnull=True)),
                name="letter_to_post_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="letter_sent_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sending"], next_at__isnull=False)
                | (~Q(state__in=["waiting", "sending"]) & Q(next_at__isnull=True)),
                name="letter_to_send_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"


class Silence(models.Model):
    """A telephone that wants no text messages. Of its number a keyed hash is kept; without the key it tells nothing."""

    number_hash = models.BinaryField(max_length=32, unique=True)
    since_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["since_at"], name="silence_by_age")]

    def __str__(self) -> str:
        return f"{self.pk}"
