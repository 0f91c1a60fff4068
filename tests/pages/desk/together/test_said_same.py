"""What a resident says is the same thing, as the office that has the case reads it and links it by one press."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests import make
from tests.make_same import link
from tests.make_too import me_too, two_lamps
from tests.pages.desk.browsing import opened, text
from yimen.cases.verbs import hand_over_case, stand_aside
from yimen.kernel.clock import now
from yimen.people.rules import Acting
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
SAYS = "The resident says that this is the same thing as:"


def page_of(acting: Acting, pk: int) -> str:
    return text(opened(acting, pk).get(f"/desk/cases/{pk}/"))


def test_the_handler_reads_the_number_and_links_it_by_one_press() -> None:
    other, case = two_lamps(words="zqwords", at=now())
    me_too(case, other)
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/"
    page = text(client.get(here))
    assert SAYS in page
    assert f'href="/desk/cases/{other.pk}/"' in page
    typed = {"version": make.fresh(case).version, "which": other.pk}
    assert f'name="which" value="{other.pk}"' in page
    done = text(client.post(f"{here}same/", typed, follow=True))
    assert "The case is linked." in done
    assert SAYS not in done
    assert make.fresh(case).main_id == other.pk
    assert SAYS not in page_of(make.handler(), other.pk)


def test_in_the_list_of_what_can_be_linked_it_stands_first() -> None:
    before = make.accepted_case(kind=Kind.FAULT, at=now())
    other, case = two_lamps(at=now())
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/same/"
    assert "the resident says so" not in text(client.get(here))
    me_too(case, other)
    form = text(client.get(here))
    assert form.index(f"{other.pk} · ") < form.index(f"{before.pk} · ")
    assert form.count(f'value="{other.pk}"') == 1
    assert form.count("the resident says so") == 1


def test_before_both_are_accepted_it_is_read_with_the_reason_why_it_cannot_be_linked_yet() -> None:
    other, case = make.case(kind=Kind.FAULT, at=now()), make.case(kind=Kind.FAULT, at=now())
    me_too(case, other)
    page = page_of(make.handler(), case.pk)
    assert SAYS in page
    assert "The office has not accepted this case yet." in page
    assert "Yes: link it" not in page


def test_what_has_ended_meanwhile_is_refused_in_words() -> None:
    other, case = two_lamps(at=now())
    me_too(case, other)
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/"
    make.give_answer(make.fresh(other), at=now())
    refused = text(client.post(f"{here}same/", {"version": make.fresh(case).version, "which": other.pk}))
    assert "This case has been answered." in refused
    assert make.fresh(case).main_id is None
    assert "Yes: link it" not in text(client.get(here))


def test_if_that_one_has_been_linked_the_button_links_to_its_main_one() -> None:
    main, other = two_lamps(at=now())
    case = make.accepted_case(kind=Kind.FAULT, at=now())
    me_too(case, other)
    link(other, main)
    page = page_of(make.handler(), case.pk)
    assert f'name="which" value="{main.pk}"' in page
    link(case, main)
    other_way, first = two_lamps(at=now())  # the other one is linked to this very one: nothing is left to say
    me_too(first, other_way)
    link(other_way, first)
    assert SAYS not in page_of(make.handler(), first.pk)


def test_no_number_to_whoever_may_not_know_that_one_or_has_not_got_it() -> None:
    other, case = two_lamps(at=now())
    me_too(case, other)
    stand_aside(by=make.handler(), case=make.fresh(other), why="My brother's.", at=now())
    page = page_of(make.handler(), case.pk)
    assert "The resident said that it is the same thing as another case" in page
    assert SAYS not in page
    assert f'href="/desk/cases/{other.pk}/"' not in page
    third, fourth = two_lamps(at=now())
    me_too(fourth, third)
    hand_over_case(by=make.handler(), case=make.fresh(fourth), to_office="KS-housing", reason="A house’s.", at=now())
    page = page_of(make.handler("housing"), fourth.pk)
    assert "The resident said that it is the same thing as another case" in page
    assert SAYS not in page


def test_it_costs_the_page_one_statement(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    other, case = two_lamps(at=now())
    client = opened(make.handler(), case.pk)
    client.get(f"/desk/cases/{case.pk}/")
    with sql() as before:
        client.get(f"/desk/cases/{case.pk}/")
    me_too(case, other)
    with sql(at_most=len(before) + 1):
        assert SAYS in text(client.get(f"/desk/cases/{case.pk}/"))
