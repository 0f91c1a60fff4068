"""The pages on which cases are linked as being about the same thing, and answered in one go."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests import make
from tests.make_same import link, linked
from tests.pages.desk.browsing import opened, text
from tests.pages.public.visiting import opened as own_case
from yimen.cases.verbs import add_words, stand_aside
from yimen.kernel.clock import now

pytestmark = pytest.mark.django_db


def test_one_links_a_case_without_reading_the_other_and_takes_the_link_away() -> None:
    main = make.accepted_case(words="zqmainwords", at=now())
    case = make.accepted_case(at=now())
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/"
    form = text(client.get(f"{here}same/"))
    assert f"{main.pk} · " in form
    assert "zqmainwords" not in form
    done = client.post(f"{here}same/", {"version": make.fresh(case).version, "which": main.pk}, follow=True)
    assert "The case is linked." in text(done)
    assert f'href="/desk/cases/{main.pk}/"' in text(done)
    assert f'href="/desk/cases/{case.pk}/"' in text(opened(make.handler(), main.pk).get(f"/desk/cases/{main.pk}/"))
    stale = client.post(f"{here}same/unlink/", {"version": 1}, follow=True)
    assert "Somebody has just changed this" in text(stale)
    done = client.post(f"{here}same/unlink/", {"version": make.fresh(case).version}, follow=True)
    assert "The link is taken away." in text(done)
    assert "The link was taken away" in text(done)


def test_another_one_by_its_number_and_what_is_wrong_is_said_in_words() -> None:
    case, theirs = make.accepted_case(at=now()), make.handed_case(at=now())
    client, here = opened(make.handler(), case.pk), f"/desk/cases/{case.pk}/same/"
    typed = {"version": make.fresh(case).version, "which": 0}
    assert "Please write the number of the main case." in text(client.post(here, typed))
    for number in (theirs.pk, 2**31 - 1):
        assert "handles no case with this number" in text(client.post(here, typed | {"number": number}))
    assert make.fresh(case).main_id is None


def test_one_answer_for_those_that_are_ticked() -> None:
    main, (one, two) = linked(2)
    client, here = opened(make.handler(), main.pk), f"/desk/cases/{main.pk}/answer/"
    form = text(client.get(here))
    assert form.count('name="also"') == 2
    seen = f"{one.pk}:{one.version} {two.pk}:{two.version}"
    typed = {"outcome": "done", "opinion": "It burns.", "also": [one.pk, two.pk], "seen": seen}
    add_words(by=make.resident(two), case=make.fresh(two), text="And the next lamp.", at=now())
    refused = text(client.post(here, typed | {"version": main.version}))
    assert "Somebody has just changed this" in refused
    assert "It burns." in refused
    assert f"{two.pk}:{two.version + 1}" in refused  # so that sending it once more is meant for it as it is now
    assert refused.count("checked") >= 2
    for senseless in ("", "x:y", f"{one.pk}:{'9' * 5_000}"):
        again = typed | {"version": main.version, "also": [one.pk], "seen": senseless}
        assert "Somebody has just changed this" in text(client.post(here, again))
    client.post(here, typed | {"version": main.version, "also": [one.pk]})
    assert [make.fresh(case).state for case in (main, one, two)] == ["answered", "answered", "handling"]


def test_who_stands_aside_from_a_linked_case_does_not_see_that_there_is_one() -> None:
    main, (one, two) = linked(2)
    stand_aside(by=make.handler(), case=make.fresh(two), why="My brother's.", at=now())
    client = opened(make.handler(), main.pk)
    for page in (text(client.get(f"/desk/cases/{main.pk}/")), text(client.get(f"/desk/cases/{main.pk}/answer/"))):
        assert f">{one.pk} ·" in page or f"{one.pk} · " in page
        assert f"{two.pk} · " not in page


def test_its_resident_reads_that_and_nothing_of_the_others() -> None:
    main = make.accepted_case(words="zqmainwords", at=now())
    client, case = own_case("accepted_case")
    link(case, main)
    page = text(client.get("/case/"))
    assert "The office handles your case together with others about the same thing. Yours stays your own." in page
    assert "zqmainwords" not in page
    assert f">{main.pk}<" not in page


def test_a_main_case_costs_one_statement_more(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    main, others = linked(3)
    client = opened(make.handler(), main.pk)
    client.get(f"/desk/cases/{main.pk}/")
    with sql(at_most=12):
        assert client.get(f"/desk/cases/{main.pk}/").status_code == 200
    other = opened(make.handler(), others[0].pk)
    other.get(f"/desk/cases/{others[0].pk}/")
    with sql(at_most=11):
        assert other.get(f"/desk/cases/{others[0].pk}/").status_code == 200
