"""Messages that somebody spoke, for the tests."""

from datetime import datetime

from tests import make
from yimen.intake.channels.phone.told import written
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.taking import take_waiting
from yimen.intake.verbs.receive import receive_arrival

#: Half a second of silence, 8 kHz.
WAV = b"RIFF\xc4\x0f\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\xa0\x0f\0\0" + b"\x80" * 4000


def spoken(sound: bytes = WAV, call: str = "7", at: datetime = make.MONDAY) -> Arrival:
    """It has come, and the worker has held it for a clerk."""
    make.town()
    receive_arrival(by=NEWCOMER, channel="phone", content=written(call, sound), at=at)
    take_waiting(at)
    return Arrival.objects.latest("id")
