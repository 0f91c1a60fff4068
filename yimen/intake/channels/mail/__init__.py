"""E-mail: what a mail server hands in (``lmtp.py``) or what lies in the town's mailbox (``mailbox.py``).

Both only write down what came and acknowledge it. ``understood.py`` reads it later: ``heads.py`` whom it is from and
what it answers, ``bodies.py`` its words and files, ``texts.py`` any charset and HTML as plain text, ``fresh.py`` what
is new in an answer, ``automatic.py`` whether a program wrote it, ``languages.py`` the language to answer in.
"""

from yimen.cases.rules import Channel
from yimen.intake.channels.mail.sameness import sameness
from yimen.intake.channels.mail.understood import understood
from yimen.intake.reading import Inlet

INLET = Inlet(Channel.LETTER, understood, sameness)
