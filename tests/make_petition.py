"""Petitions of the small town's tests, on their way up: village, township, and the town has the last word."""

from datetime import datetime
from typing import Any

from tests import make
from yimen.cases.models import Case
from yimen.cases.rules import Outcome
from yimen.cases.verbs import Answer, accept_case, ask_for_review, review_case
from yimen.people.models import Office
from yimen.people.rules import Acting

WHY = "The roof was not counted."
WHOLE = Answer(Outcome.EXPLAIN, "It stays as it is.", claims="More money.", facts="We measured again.", basis="Art. 19")


def accepted_petition(*, at: datetime = make.MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """Housing says: this petition is ours. Sixty days, and thirty more if the head of the office says so."""
    case = make.petition(at=at, **{"language": "en"} | fields)
    accept_case(by=make.holder(case), case=case, at=at)
    return make.fresh(case)


def answered_petition(*, at: datetime = make.MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """The village committee has answered a petition."""
    case = make.petition(at=at, **{"language": "en"} | fields)
    village = Office.objects.get(code="KS-village-committee").pk
    Case.objects.filter(pk=case.pk).update(office=village, turn_office=village)
    make.answered(case, at=at)
    return make.fresh(case)


def reviewed_case(*, at: datetime = make.MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """The resident did not agree: the township government has it."""
    return review_asked(answered_petition(at=at, **fields), at=at)


def rereviewed_case(*, at: datetime = make.MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """Nor with the review: the government of the town has it, and its word is the last one."""
    return review_asked(upheld(reviewed_case(at=at, **fields), at=at), at=at)


def final_case(*, at: datetime = make.MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """The last word is said."""
    return upheld(rereviewed_case(at=at, **fields), at=at)


def review_asked(case: Case, *, at: datetime = make.MONDAY, why: str = WHY) -> Case:
    """Its resident asks for the next review."""
    ask_for_review(by=make.resident(case), case=case, why=why, at=at)
    return make.fresh(case)


def upheld(case: Case, *, at: datetime = make.MONDAY) -> Case:
    """The office that reviews says that the answer stands."""
    review_case(by=reviewer(case), case=case, upholds=True, answer=WHOLE, at=at)
    return make.fresh(case)


def reviewer(case: Case) -> Acting:
    """Whoever reviews: a handler of the township; for the town its head, who has no handlers."""
    return make.supervisor() if case.office.code == "KS-town-office" else make.holder(case)


def boss(case: Case) -> Acting:
    """The head of the office that has the case."""
    return make.supervisor(case.office.code.removeprefix("KS-"))
