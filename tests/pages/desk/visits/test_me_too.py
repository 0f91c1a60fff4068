"""At the counter the resident says that it is the same thing; the receipt stays on the screen."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.test import Client

from tests import make
from tests.pages.desk.browsing import browser, text
from tests.pages.desk.visits.test_taking_in import HERE, filled
from tests.verbs.cases import facts
from yimen.cases.models import Case
from yimen.cases.verbs import Receipt, say_me_too, withdraw_case
from yimen.desk.acting import AtDesk
from yimen.desk.taking.held import held
from yimen.kernel.clock import now
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting
from yimen.routing.rules import Kind

pytestmark = pytest.mark.django_db
PRESS = f"{HERE}me-too/"
OFFERED = "The same thing may be here already"


def other(**fields: Any) -> Case:  # noqa: ANN401 – any field of a submission
    """A lamp that somebody else has brought today."""
    usual = {"kind": Kind.FAULT, "words": "zqwords", "place_words": "zqplace", "contact_name": "zqname"}
    no_point = {"longitude": None, "latitude": None, "place": "KS01"}
    return make.case(at=now(), **usual | no_point | fields)


def taken(client: Client, **fields: str) -> tuple[str, dict[str, str]]:
    """A clerk has taken the lamp in: the page with the receipt, and what its form would send."""
    page = text(client.post(HERE, filled(right="1", place="Nawu", **fields)))
    sent = re.findall(r'name="(held|which)"\s+value="([^"]*)"', page)
    return page, dict(sent)


def code_of(page: str) -> str:
    found = re.search(r'class="y-receipt".*?</strong>', page, re.DOTALL)
    return found[0] if found else ""


def test_the_clerk_presses_for_the_resident_and_the_receipt_is_still_there() -> None:
    one, client = other(), browser(make.clerk())
    page, typed = taken(client, others="1")
    assert OFFERED in page
    assert not re.search("zq(words|place|name)", page)
    for _ in range(2):  # pressed twice it is said once
        done = text(client.post(PRESS, typed))
        assert "Written down. The office that has it decides" in done
        assert code_of(done) == code_of(page) != ""
        assert done.count('class="y-receipt"') == page.count('class="y-receipt"') == 2
        assert OFFERED not in done
    case = Case.objects.latest("id")
    assert case.says_same_id == one.pk
    assert facts.entries(case).count("case.me_too_said") == 1
    assert facts.last_entry(case).by == make.clerk().ref


def test_on_the_telephone_too_and_not_for_whoever_is_not_there() -> None:
    one, client = other(), browser(make.clerk())
    assert OFFERED in taken(client, channel="phone")[0]
    assert OFFERED not in taken(client, consent="spoken")[0]
    taken(client)
    letter = Case.objects.latest("id")
    Case.objects.filter(pk=letter.pk).update(channel="letter")
    with pytest.raises(Refused, match="with the resident there"):
        say_me_too(by=make.clerk(), case=make.fresh(letter), other=one.pk, at=now())


def test_what_has_ended_is_refused_in_words_below_the_receipt() -> None:
    one, client = other(), browser(make.clerk())
    page, typed = taken(client)
    withdraw_case(by=make.resident(one), case=make.fresh(one), at=now())
    done = text(client.post(PRESS, typed))
    assert "The one you chose is not here any more" in done
    assert code_of(done) == code_of(page)
    assert "The one you chose" in text(client.post(PRESS, typed | {"which": "x"}))
    assert Case.objects.latest("id").says_same_id is None


@pytest.mark.parametrize("sealed", ["", "x", "ä", "A" * 80])
def test_a_receipt_that_nobody_holds_is_not_there(sealed: str) -> None:
    other()
    client = browser(make.clerk())
    _, typed = taken(client)
    assert client.post(PRESS, typed | {"held": sealed}).status_code == 404
    assert client.get(PRESS).status_code == 404


def test_on_the_next_day_the_receipt_is_gone_from_the_page() -> None:
    other()
    client = browser(make.clerk())
    _, typed = taken(client)
    asked = SimpleNamespace(acting=make.clerk(), at=now() - timedelta(days=1))
    receipt = Receipt(Case.objects.latest("id"), "K952MP9ES3PD7Q5", is_new=True, says_the_same=True)
    assert client.post(PRESS, typed | {"held": held(cast("AtDesk", asked), receipt)}).status_code == 404
    assert client.post(PRESS, typed).status_code == 200


def test_another_post_cannot_use_the_page_nor_the_verb() -> None:
    one = other()
    _, typed = taken(browser(make.clerk()))
    case = Case.objects.latest("id")
    elsewhere = make.handler()
    assert browser(elsewhere).post(PRESS, typed).status_code == 404
    for by in (elsewhere, make.supervisor(), make.administrator()):
        assert isinstance(by, Acting)
        with pytest.raises(Refused, match="Only the clerk who took the case in"):
            say_me_too(by=by, case=make.fresh(case), other=one.pk, at=now())
    web = make.case(at=now(), kind=Kind.FAULT, longitude=None, latitude=None, place="KS01")
    with pytest.raises(Refused, match="Only the clerk who took the case in"):
        say_me_too(by=make.clerk(), case=web, other=one.pk, at=now())


def test_it_costs_the_receipt_two_statements(sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    other()
    client = browser(make.clerk())
    taken(client)
    with sql() as without:
        taken(client, kind="thanks")
    with sql(at_most=len(without) + 2):
        assert OFFERED in taken(client)[0]
