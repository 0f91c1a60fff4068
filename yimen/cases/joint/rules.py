"""How many may bring a case together, and until when others can join. Pure: no Django, no clock."""

from enum import StrEnum

from yimen.cases.rules import NOT_NOW, OPEN, State
from yimen.kernel.verdict import YES, Verdict, gettext_noop

#: Whoever brings a matter together chooses at most five who speak for all (信访工作条例 art. 20). They themselves
#: are one of them.
MOST_REPRESENTATIVES = 5


class Holding(StrEnum):
    """As what somebody holds a receipt of a case that another one brought."""

    REPRESENTATIVE = "representative"  # reads and does what whoever brought it can
    HELPER = "helper"  # brought it for somebody else; reads where it stands, and nothing more


class Held(StrEnum):
    """Where such a receipt stands."""

    INVITED = "invited"  # an invitation that nobody has taken yet
    STANDS = "stands"
    ENDED = "ended"


class Consent(StrEnum):
    """How somebody said that another one may bring a case for them. Who that is, nobody asks."""

    SPOKEN = "spoken"
    WRITTEN = "written"


TOO_MANY = gettext_noop("At most %(most)s can stand in one case, you among them; there is room for %(room)s more.")
NO_ROOM = gettext_noop("At most %(most)s can stand in one case, you among them. Take an invitation back first.")
NOT_BRINGER = gettext_noop("Only whoever brought the case invites others.")
HELPERS = gettext_noop("This is a helper’s receipt: it shows them where the case stands, and opens it for nobody.")
ALONE = gettext_noop("Nobody else stands in this case. You can take it back instead.")
NOT_ALONE = gettext_noop("Others stand in this case with you. You can take yourself out; the case stays theirs.")
TAKEN = gettext_noop("This invitation has been used or taken back. Please ask whoever gave it to you for another.")


def room_for(*, standing: int, invited: int) -> int:
    """How many more may be invited."""
    return max(MOST_REPRESENTATIVES - max(standing, 1) - invited, 0)


def may_invite_so_many(count: int, *, standing: int, invited: int) -> Verdict:
    """Those who stand in the case and those who are invited are five at most."""
    room = room_for(standing=standing, invited=invited)
    if not room:
        return Verdict(NO_ROOM, {"most": MOST_REPRESENTATIVES})
    return YES if 1 <= count <= room else Verdict(TOO_MANY, {"most": MOST_REPRESENTATIVES, "room": room})


def is_joinable(state: State) -> Verdict:
    """Others can join as long as an office works on it."""
    return YES if state in OPEN else Verdict(NOT_NOW[state])
