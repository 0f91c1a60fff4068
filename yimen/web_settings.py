"""What residents' pages need to be told: the part of the settings for the web.

Environment: YIMEN_LEAVE_TO (where "Leave quickly" leads: an address that nobody asks about, such as a weather page; the
town's questions and answers).
"""

from os import environ

YIMEN_LEAVE_TO = environ.get("YIMEN_LEAVE_TO") or ""
