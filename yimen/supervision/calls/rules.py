"""Which answers residents are called about. When and how often: as for every call-back. Pure: no Django, no clock."""

from datetime import timedelta

CALL_AFTER = timedelta(days=7)  # after the answer that nobody has rated; a proposal
CALL_UNTIL = timedelta(days=28)  # then the case is about to close
