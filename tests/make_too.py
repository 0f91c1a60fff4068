"""Two broken lamps of one area in the small town's tests, each with a resident who knows nothing of the other."""

from typing import Any

from tests import make
from yimen.cases.models import Case
from yimen.cases.verbs import say_me_too
from yimen.routing.rules import Kind


def two_lamps(**fields: Any) -> tuple[Case, Case]:  # noqa: ANN401 – any field of a submission
    """One that was here first, and a new one."""
    other = make.accepted_case(kind=Kind.FAULT, **fields)
    return other, make.accepted_case(kind=Kind.FAULT, **fields)


def me_too(case: Case, other: Case) -> None:
    """Its resident says: it is this one."""
    say_me_too(by=make.resident(case), case=make.fresh(case), other=other.pk, at=make.LATER)
