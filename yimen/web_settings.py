"""What residents' pages and papers need to be told: the part of the settings for the web and for print.

Environment: YIMEN_LEAVE_TO (where "Leave quickly" leads: an address that nobody asks about, such as a weather page; the
town's questions and answers), YIMEN_PAPER_LANGUAGES (those of a paper with two side by side, in the town's order, like
``zh-hans,bo``; bo,zh-hans).
"""

from os import environ

YIMEN_LEAVE_TO = environ.get("YIMEN_LEAVE_TO") or ""
YIMEN_PAPER_LANGUAGES = tuple((environ.get("YIMEN_PAPER_LANGUAGES") or "bo,zh-hans").split(","))
