"""Which cases may be linked as being about the same thing. Pure: no Django, no clock."""

from dataclasses import dataclass

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.routing.facts import CategoryFacts
from yimen.routing.rules import Kind

#: So many can be answered in one act, in one transaction that nobody waits for long.
MOST_SAME = 50

ITSELF = gettext_noop("This is the case itself.")
UNKNOWN_MAIN = gettext_noop("Your office handles no case with this number.")
EACH_ONES_OWN = gettext_noop("A quarrel, or a case about an office, is each one’s own and is not linked.")
UNLIKE = gettext_noop("These cases have neither category nor place in common, or another procedure.")
IS_LINKED = gettext_noop("That case is linked to another one itself. Link this one to case %(main)s.")
HAS_LINKED = gettext_noop("Others are linked to this case. Take those links away first.")
FULL = gettext_noop("%(most)s cases are linked to that one. Please take another as the main one.")
NOT_LINKED = gettext_noop("This case is linked to no other.")

#: Whoever left "I need help" on the form may say so, too; shown is only what somebody called broken.
ASKING = (Kind.FAULT.value, Kind.HELP.value)

NOT_OF_ALL = gettext_noop("This can be said only of something broken in public space, and only if we know where it is.")
TOOK_IN = gettext_noop("Only the clerk who took the case in writes this down, with the resident there.")
SAID_ALREADY = gettext_noop("You have said so already. The office looks whether it is one thing.")
IS_TOGETHER = gettext_noop("The office handles your case together with others already.")
NOT_HERE = gettext_noop(
    "The one you chose is not here any more: it has ended, or another office has it. Your own case goes on as it was."
)


@dataclass(frozen=True)
class About:
    """What a case is about, as far as it decides whether another one is about the same."""

    category: int | None
    area: int | None
    procedure: int
    kind: str
    accuses: bool

    @property
    def is_each_ones_own(self) -> bool:
        """Between persons, or about an office: never shared."""
        return self.accuses or self.kind == Kind.DISPUTE


def is_of_all(category: CategoryFacts | None) -> bool:
    """A thing in public space, with nobody behind it.

    Where a case may be a complaint, too, there is somebody: the keeper of a stall, a kitchen, a building site. They
    could bring a case themselves to see whether one is here (promise 8).
    """
    if category is None or not category.is_public:
        return False
    return not {Kind.COMPLAINT.value, Kind.DISPUTE.value} & set(category.kinds)


def are_alike(one: About, other: About) -> Verdict:
    """The same category or the same place, on the same road; so that one answer can be right for both."""
    if one.is_each_ones_own or other.is_each_ones_own:
        return Verdict(EACH_ONES_OWN)
    common = (one.category and one.category == other.category) or (one.area and one.area == other.area)
    return YES if common and one.procedure == other.procedure else Verdict(UNLIKE)
