"""The telephone: the part of the settings for text messages and for a telephone exchange.

Environment: YIMEN_SMS (``outbox``, ``off``, ``gateway`` or ``gammu``), YIMEN_SMS_GATEWAY (the address that texts are
sent to, ``https://user:password@host/path``; none), YIMEN_SMS_GAMMU (the folder that holds gammu-smsd's ``inbox``,
``outbox``, ``sent`` and ``error``; none), YIMEN_SMS_SECRET (in the address to which a gateway brings messages; none),
YIMEN_PHONE_SECRET (with which a telephone exchange signs what it tells; none), YIMEN_VOICEMAIL_FROM (the address from
which an exchange mails messages that were spoken; none), YIMEN_ARI (Asterisk's REST interface,
``https://user:password@host:8089/?app=yimen``; none).
"""

from os import environ

YIMEN_SMS = environ.get("YIMEN_SMS") or "outbox"
YIMEN_SMS_GATEWAY = environ.get("YIMEN_SMS_GATEWAY") or ""
YIMEN_SMS_GAMMU = environ.get("YIMEN_SMS_GAMMU") or ""
YIMEN_SMS_SECRET = environ.get("YIMEN_SMS_SECRET") or ""
YIMEN_PHONE_SECRET = environ.get("YIMEN_PHONE_SECRET") or ""
YIMEN_VOICEMAIL_FROM = environ.get("YIMEN_VOICEMAIL_FROM") or ""
YIMEN_ARI = environ.get("YIMEN_ARI") or ""
