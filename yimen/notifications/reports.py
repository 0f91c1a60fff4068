"""What is told later of a letter: a text message arrived or did not, an e-mail came back."""

from datetime import datetime

from yimen.notifications.marks import letter_marked
from yimen.notifications.models import Letter

_SENT = (Letter.State.SENT, Letter.State.UNCERTAIN)


def note_report(mark: str, *, arrived: bool, at: datetime) -> bool:
    """Write it down at the letter that this mark is of; false if it is none of ours, or nothing is new."""
    number = letter_marked(mark)
    if number is None:
        return False
    letters = Letter.objects.filter(pk=number, way="sms", arrived_at__isnull=True, state__in=_SENT)
    if not arrived:
        return bool(letters.update(state=Letter.State.FAILED, sent_at=None))
    uncertain = letters.filter(state=Letter.State.UNCERTAIN)
    return bool(
        letters.filter(state=Letter.State.SENT).update(arrived_at=at)
        or uncertain.update(state=Letter.State.SENT, sent_at=at, arrived_at=at)
    )


def came_back(number: int) -> str:
    """A letter that was accepted could not be delivered in the end: what it was about; empty if nobody waits for that.

    It stands under the receipt as before. To be called in the transaction of the verb that tells so.
    """
    gone = Letter.objects.filter(pk=number, way="email", state__in=[*_SENT])
    if not gone.update(state=Letter.State.FAILED, sent_at=None):
        return ""
    return str(Letter.objects.values_list("subject", flat=True).get(pk=number))
