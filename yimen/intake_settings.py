"""How things come in: the part of the settings for mail, and for files on any channel.

Environment: YIMEN_MAILBOX (``imaps://user:password@host/INBOX``, or ``imap+tls://…``: a mailbox of the town's own;
none), YIMEN_LMTP (``127.0.0.1:8024``: where a mail server on this machine hands mail in; nowhere),
YIMEN_MAILS_AN_HOUR (from one address, before a clerk looks at them; 20), YIMEN_CLAMD (a virus scanner:
``/run/clamav/clamd.ctl`` or ``127.0.0.1:3310``; none).
"""

from os import environ

YIMEN_MAILBOX = environ.get("YIMEN_MAILBOX") or ""
YIMEN_LMTP = environ.get("YIMEN_LMTP") or ""
YIMEN_CLAMD = environ.get("YIMEN_CLAMD") or ""
YIMEN_MAILS_AN_HOUR = int(environ.get("YIMEN_MAILS_AN_HOUR") or 20)
