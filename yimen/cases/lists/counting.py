"""How much stands in lists."""

from django.db.models import QuerySet

from yimen.cases.lists.standing import Asked, in_any_order
from yimen.cases.lists.which import Which
from yimen.cases.models import Case

#: Lists are counted up to here; beyond, the desk shows "99+". No count grows with the table.
COUNTED = 100


def countable(asked: Asked) -> QuerySet[Case] | None:
    """What :func:`yimen.kernel.counting.count_each` counts for this list.

    Nothing for everything there ever was, narrowed: a rare filter would have to be looked for among all cases.
    """
    if asked.which is Which.ALL and asked.wanted.is_narrowed:
        return None
    return in_any_order(asked)
