"""What nobody in an office may find: a dispute with its mediator, and an accusation against their own office."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import make, make_mediation
from yimen.cases.models import Case
from yimen.cases.verbs import begin_mediation
from yimen.journal.reacting import react
from yimen.people.rules import Acting
from yimen.reactions import REACTIONS
from yimen.routing.rules import Kind
from yimen.search.finding import Wanted, search
from yimen.search.index import differing, index_cases, rebuild
from yimen.search.models import Document

pytestmark = pytest.mark.django_db

#: Everybody in the town who searches at all, and could have had to do with the case.
SEARCHING: dict[str, Callable[[], Acting]] = {
    "its office": make.handler,
    "its supervisor": lambda: make.supervisor("urban"),
    "the superior": make.supervisor,
    "the desk": make.clerk,
    "another office": lambda: make.handler("justice"),
}


def found(words: str, acting: Acting, **more: Any) -> list[int]:  # noqa: ANN401 – those of Wanted
    """The numbers of the cases that this post finds."""
    return [hit.case.pk for hit in search(acting, Wanted(words, **more), make.town(), at=make.LATER).hits]


def work() -> None:
    """All that the worker has to do for the index."""
    while react(REACTIONS, make.LATER):
        pass


def quarrel() -> Case:
    """A dispute about a wall, which the urban management has accepted."""
    return make.accepted_case(words="The zither of my neighbour", kind=Kind.DISPUTE)


def begun(case: Case) -> None:
    """Its resident takes it to mediation, as the page does: an application, and the case stands still."""
    begin_mediation(by=make.resident(case), case=make.fresh(case), at=make.LATER)
    talk = make_mediation.applied(case=make.fresh(case), claim="zqclaim the zither", at=make.LATER)
    assert talk.row.case_id == case.pk


@pytest.mark.parametrize("does_work", [True, False], ids=["when the worker has read of it", "before it has"])
def test_of_a_dispute_with_its_mediator_nobody_finds_a_word(does_work: bool) -> None:  # noqa: FBT001 – a parameter
    case = quarrel()
    work()
    finders = [who for who, acting in SEARCHING.items() if found("zither", acting()) == [case.pk]]
    assert finders == ["its office", "its supervisor", "the superior"]
    begun(case)
    if does_work:
        work()
        assert not Document.objects.exists()
    for who, acting in SEARCHING.items():
        assert found("zither", acting()) == [], who
        assert found("zither", acting(), state="mediating") == [], who
        assert found("zqclaim", acting()) == [], who


def test_no_command_brings_it_back_into_the_index() -> None:
    case = quarrel()
    work()
    begun(case)
    work()
    index_cases([case.pk], anew=True)
    assert (rebuild(anew=True), differing(), Document.objects.count()) == (0, (0, 0), 0)


@pytest.mark.parametrize(
    ("accused", "kept_out", "finding"),
    [
        (
            "KS-urban",
            ("urban-handler", "urban-supervisor"),
            ("town-office-supervisor",),
        ),
        (
            "KS-township-office-1",
            ("township-office-1-handler", "one-door-1-clerk", "village-committee-handler"),
            ("town-office-supervisor",),
        ),
    ],
)
def test_an_accusation_is_found_above_and_never_by_the_office_it_is_about_nor_below(
    accused: str, kept_out: tuple[str, ...], finding: tuple[str, ...]
) -> None:
    case = make.case(words="They laughed at my zither", accused_office=accused)
    work()
    for post in finding:
        assert found("zither", make.posted(post)) == [case.pk], post
    for post in kept_out:
        assert found("zither", make.posted(post)) == [], post


@pytest.mark.parametrize("post", ["township-office-1-handler", "one-door-1-clerk", "village-committee-handler"])
def test_not_even_where_the_accused_office_once_had_it_in_hand(post: str) -> None:
    """The index still says that the case is theirs: what the query asks decides, and it asks about the accusation."""
    case = make.case(words="They laughed at my zither")
    acting = make.posted(post)
    Case.objects.filter(pk=case.pk).update(office_id=acting.office_id, turn_office_id=acting.office_id)
    index_cases([case.pk])
    assert found("zither", acting) == [case.pk]
    accused = make.town().offices.by_code["KS-township-office-1"].id
    Case.objects.filter(pk=case.pk).update(accused_office_id=accused)
    assert found("zither", acting) == []
    assert found("zither", make.supervisor()) == [case.pk]
