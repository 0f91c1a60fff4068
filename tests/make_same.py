"""Cases about one lamp in the small town's tests: a main one, and others linked to it."""

from typing import Any

from tests import make
from yimen.cases.models import Case
from yimen.cases.verbs import link_case


def linked(count: int = 1, **fields: Any) -> tuple[Case, list[Case]]:  # noqa: ANN401 – any field of a submission
    """A lamp that urban management handles, and others' letters about it, linked to it."""
    main = make.accepted_case()
    others = [make.accepted_case(**fields) for _ in range(count)]
    for other in others:
        link(other, main)
    return make.fresh(main), [make.fresh(other) for other in others]


def link(case: Case, main: Case, by: str = "urban") -> None:
    """The handler says: this is the same lamp."""
    link_case(by=make.handler(by), case=make.fresh(case), main=main.pk, at=make.LATER)
