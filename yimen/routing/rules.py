"""What a case can be, and who gets it. Pure: no Django, no clock."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.routing.facts import CategoryFacts, ProcedureFacts
from yimen.routing.promises import may_be_a_code, may_be_names


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

#: The levels on which a department can answer; an area has no office of its own.
ANSWERING_LEVELS = ("town", "township", "village")
RETENTIONS = ("case", "petition", "fault")  # the classes of retention.py
#: Smaller cells of public figures are not shown: 5 for public-space faults, 10 for all else (the mission's promise 9).
SUPPRESS = {True: (5, 10), False: (10,)}

NO_ROAD = gettext_noop("This needs a procedure, or another door.")
TWO_ROADS = gettext_noop("A category has a procedure or another door, never both.")
NO_KINDS = gettext_noop("Please say what residents may want with it.")
DISPUTE_TWICE = gettext_noop("The kind “dispute” and this cell must say the same.")
SUPPRESS_MORE = gettext_noop("Smaller numbers than 10 are published for public space only, and none below 5.")
NO_TIME_TO_ASK = gettext_noop("Where a review may be asked for, this needs the time to ask.")
NO_FIRST_REVIEW = gettext_noop("A second review needs a first one.")
NO_SUCH_STAGE = gettext_noop("There is no such review on this road.")
NOBODY_ANSWERS = gettext_noop("Nobody answers for this: name a department in one column.")


@dataclass(frozen=True)
class Fault:
    """What is wrong, and in which field."""

    field: str
    verdict: Verdict


def faults_of_leaf(leaf: CategoryFacts) -> Iterator[Fault]:
    """What is wrong with a category that a resident can choose, whoever made it: a pack or the town."""
    if not leaf.door_code and not leaf.procedure_code:
        yield Fault("procedure", Verdict(NO_ROAD))
    if leaf.door_code and leaf.procedure_code:
        yield Fault("door", Verdict(TWO_ROADS))
    if not leaf.door_code and not leaf.kinds:
        yield Fault("kinds", Verdict(NO_KINDS))
    if (Kind.DISPUTE in leaf.kinds) is not leaf.may_be_dispute:
        yield Fault("may_be_dispute", Verdict(DISPUTE_TWICE))
    if leaf.suppress_below not in SUPPRESS[leaf.is_public]:
        yield Fault("suppress_below", Verdict(SUPPRESS_MORE))
    if not (verdict := may_be_a_code(leaf.code)):
        yield Fault("code", verdict)
    if not leaf.door_code and not (verdict := may_be_names(leaf.names)):
        yield Fault("name", verdict)


def faults_of_procedure(road: ProcedureFacts) -> Iterator[Fault]:
    """What is wrong with a road that cases take, whoever made it: each review has its time to ask, in its order."""
    if road.review_limit and not road.review_ask_limit:
        yield Fault("review_ask_limit", Verdict(NO_TIME_TO_ASK))
    if road.rereview_limit and not road.rereview_ask_limit:
        yield Fault("rereview_ask_limit", Verdict(NO_TIME_TO_ASK))
    if road.rereview_limit and not road.review_limit:
        yield Fault("rereview_limit", Verdict(NO_FIRST_REVIEW))
    if road.hearing_waits and not getattr(road, f"{road.hearing_waits}_limit"):
        yield Fault("hearing_waits", Verdict(NO_SUCH_STAGE))


def is_answered(code: str, remits: Mapping[tuple[str, str], str]) -> bool:
    """Does anybody answer for this category, itself or through its branch? An empty remit answers for nothing."""
    up = code
    while up:
        if any(remits.get((up, level)) for level in ANSWERING_LEVELS):
            return True
        up = up.rpartition(".")[0]
    return False


_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_CODE = 48
NO_CODE = gettext_noop("A code has small letters and digits, with dashes between them.")


def may_be_new(category: CategoryFacts) -> Verdict:
    """A new category is a leaf with a code of its own, in a group."""
    if not _CODE.fullmatch(category.code) or len(category.code) > LONGEST_CODE:
        return Verdict(NO_CODE)
    return YES if category.is_leaf else Verdict(NO_ROAD)
