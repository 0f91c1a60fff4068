"""What the tests of the town's own categories share."""

from dataclasses import replace
from typing import Any

from tests import make
from yimen.deadlines.limits import limits
from yimen.kernel.taking.own import seen_as
from yimen.people.rules import Actor
from yimen.routing.facts import CategoryFacts
from yimen.routing.verbs import change_category
from yimen.routing.verbs.change_category import checked


def known() -> Any:  # noqa: ANN401 – limits by code
    return limits(make.town().editions["calendar"])


def lamp() -> CategoryFacts:
    return make.town().catalogue.by_code[make.LAMP]


def seen(category: CategoryFacts) -> str:
    """The mark of the category as it stands."""
    return seen_as(checked(category, known()))


def change(by: Actor | None = None, **fields: Any) -> list[str]:  # noqa: ANN401 – any field of a category
    """The administrator changes the lamps' category."""
    before = lamp()
    changed = replace(before, **fields)
    return change_category(
        by=by or make.administrator(), category=changed, limits=known(), seen=seen(before), at=make.LATER
    )
