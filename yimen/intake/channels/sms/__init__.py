"""Text messages: what a gateway brings to ``/come/sms/`` or gammu-smsd puts into a folder (``folder.py``).

``texts.py`` reads one, ``asks.py`` knows the few that are no matter of their own: where a case stands, stop, start.
All others are cases like a mail, or belong to the case whose receipt stands in them; the answer goes back as a text.
"""

from yimen.cases.rules import Channel
from yimen.intake.channels.sms.texts import answer, proves, reported, sameness, understood
from yimen.intake.reading import Hook, Inlet

INLET = Inlet(Channel.PHONE, understood, sameness, needs_address=False, hook=Hook(proves, answer, reported))
