"""The cases behind a number of the overview."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from yimen.cases.models import Case
from yimen.cases.queries import visible_to
from yimen.cases.supervised.running import read_key
from yimen.kernel.models import without_index
from yimen.people.rules import Acting
from yimen.routing.town import Town

PAGE = 20


@dataclass(frozen=True)
class Behind:
    """A number: which open cases of which offices."""

    offices: Collection[int]
    which: Q


def cases_behind(acting: Acting, asked: Behind, town: Town, after: str = "") -> tuple[list[Case], str]:
    """One page of them and the key of the next, what is due first comes first: a walk along the index of dates."""
    cases = visible_to(acting, town).filter(due_on__isnull=False)
    walked = cases.alias(any_office=without_index("office_id"))
    cases = walked.filter(asked.which, any_office__in=asked.offices)
    if place := read_key(after):
        due_on, pk = place
        cases = cases.filter(Q(due_on__gte=due_on) & (Q(due_on__gt=due_on) | Q(due_on=due_on, pk__gt=pk)))
    found: list[Case] = list(cases.order_by("due_on", "id").defer("words", "digest", "receipt_hash")[: PAGE + 1])
    key = f"{found[PAGE - 1].due_on}.{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return found[:PAGE], key
