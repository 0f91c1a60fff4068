"""What can be found at all, and by whom. The cases' own policies decide on top of this; nothing here widens them."""

from yimen.cases.models import Case
from yimen.cases.rules import Kept, State
from yimen.people.rules import Acting

#: The states in which a dispute is with its mediator. What is said there is the parties' own (promise 5), so the case
#: is in no index as long as it lasts. (Of what is said in the mediation itself nothing ever comes into an index.)
IN_MEDIATION: frozenset[str] = frozenset({State.MEDIATING})


def is_searchable(case: Case) -> bool:
    """May this case be in the index? A dispute in mediation is not, and where words are forgotten nothing is left."""
    is_confidential = case.state in IN_MEDIATION
    return case.kept != Kept.BARE and not is_confidential


def may_find(acting: Acting, case: Case) -> bool:
    """May this post find it? Never an accusation against an office that it answers to."""
    return is_searchable(case) and case.accused_office_id not in acting.stands_aside_for
