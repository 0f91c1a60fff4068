"""What a case can be, and who gets it. Pure: no Django, no clock."""

from enum import StrEnum


class Kind(StrEnum):
    """What a resident wants with a case."""

    CONSULT = "consult"
    HELP = "help"
    FAULT = "fault"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    THANKS = "thanks"
    DISPUTE = "dispute"


#: The levels of a town from the bottom up: routing looks for the nearest office first.
LEVELS_UPWARD = ("area", "village", "township", "town")
