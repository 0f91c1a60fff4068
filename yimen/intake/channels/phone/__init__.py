"""The telephone exchange: what it tells of calls (``told.py``, ``signed.py``), and messages that somebody has spoken.

A spoken message never becomes a case by itself: a person listens and types it. ``ari.py`` understands what Asterisk
tells by its REST interface. Calls that a clerk takes are in ``channels/visit``, whose form they share.
"""

from yimen.cases.rules import Channel
from yimen.intake.channels.phone.told import sameness, spoken
from yimen.intake.reading import Inlet

INLET = Inlet(Channel.PHONE, spoken, sameness, needs_address=False)
