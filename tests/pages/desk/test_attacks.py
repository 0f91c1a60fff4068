"""The desk as its enemy sees it: no post, no address and no way of asking gives a word of a case without a look."""

from collections.abc import Iterator

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from tests import make
from tests.house.addresses import patterns
from tests.pages.desk.browsing import browser, opened, text
from yimen.cases.models import Case
from yimen.people.models import Staff
from yimen.people.rules import Acting
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
WORDS = "Nobody else may read this sentence."
FAR_AWAY = (
    "urban-supervisor housing-handler housing-supervisor one-door-clerk one-door-1-clerk township-office-1-handler"
    " town-office-administrator justice-mediator village-committee-area_lead village-committee-handler"
).split()
#: Numbers that no case has, up to those that no database can count to.
NO_CASES = ("0", "99999999", "9" * 19, "9" * 30, "9" * 400)


def _case_addresses(number: object) -> list[str]:
    """Every page of the desk that is about one case."""
    routes = [route for route, _, _ in patterns() if route.startswith("desk/cases/")]
    assert len(routes) > 10
    return ["/" + r.replace("<int:pk>", str(number)).replace("<int:file>", "1") for r in routes]


def _everything_sent(client: Client, number: object) -> Iterator[str]:
    """What comes back when every address of this case is looked at, and sent every kind of form."""
    typed = {"purpose": "handle", "version": "1", "text": "x", "office": "KS-urban", "category": make.LAMP}
    for address in _case_addresses(number):
        for response in (client.get(address), client.post(address, typed), client.post(address, {"purpose": "sort"})):
            assert response.status_code in {302, 404, 405}, (address, response.status_code)
            yield text(response) if not response.streaming else ""


@pytest.mark.parametrize("post", FAR_AWAY)
def test_no_post_elsewhere_gets_at_a_case_by_any_address(post: str) -> None:
    """Those of the accused office, its supervisor, the desk, the administrator: a case that is not there for them."""
    case = make.case(words=WORDS, accused_office="KS-urban", files=(make.file(WORDS.encode()),))
    before = make.fresh(case).version
    client = browser(make.posted(post))
    assert all(WORDS not in page for page in _everything_sent(client, case.pk))
    assert WORDS not in text(client.get("/desk/?list=all"))
    assert make.fresh(case).version == before
    assert not list(looks_of(case.ref))


@pytest.mark.parametrize("number", NO_CASES)
def test_numbers_that_no_case_has_are_not_found(number: str) -> None:
    assert not any(WORDS in page for page in _everything_sent(browser(make.handler()), number))


def test_the_holder_reads_no_word_before_the_look_is_written() -> None:
    """Lists, the question why, and every form sent at it straight away."""
    case = make.case(words=WORDS, place_words=WORDS[:60])
    client = browser(make.handler())
    shown = [text(client.get(f"/desk/?list={which}")) for which in ("mine", "due", "all")]
    shown += [text(client.get(address)) for address in _case_addresses(case.pk)]
    shown += [text(client.post(address, {"version": "1", "text": "x"})) for address in _case_addresses(case.pk)]
    assert not any(WORDS[:60] in page for page in shown)
    assert not list(looks_of(case.ref))
    assert make.fresh(case).version == case.version


def test_an_invented_purpose_opens_nothing() -> None:
    case = make.case(words=WORDS)
    client = browser(make.handler())
    for purpose in ("", "supervise", "curiosity", "sort\0", "x" * 5000):
        assert WORDS not in text(client.post(f"/desk/cases/{case.pk}/", {"purpose": purpose}, follow=True))
    assert not list(looks_of(case.ref))


def test_each_page_of_the_case_is_a_look_of_its_own() -> None:
    case = make.case(words=WORDS)
    client = opened(make.handler(), case.pk)
    for _ in range(3):
        assert WORDS in text(client.get(f"/desk/cases/{case.pk}/"))
    assert len(looks_of(case.ref)) == 3


def test_access_ends_in_the_middle_of_a_session() -> None:
    case = make.case(words=WORDS)
    who = make.handler()
    client = opened(who, case.pk)
    Staff.objects.filter(pk=who.staff_id).update(is_active=False)
    assert WORDS not in text(client.get(f"/desk/cases/{case.pk}/", follow=True))


def test_a_post_that_is_not_theirs_can_be_chosen_by_no_form() -> None:
    other = make.handler("housing")
    client = browser(make.handler())
    client.post("/desk/post/", {"post": str(other.post_id)})
    assert client.session["post"] != other.post_id


def test_a_session_that_names_another_post_does_not_get_it() -> None:
    case = make.case(words=WORDS)
    client = browser(make.handler("housing"))
    _forged(client, post=make.handler().post_id, purposes={f"{make.handler().post_id}:{case.pk}": "handle"})
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 404


def test_a_remembered_purpose_does_not_open_a_case_that_has_gone_elsewhere() -> None:
    case = make.case(words=WORDS)
    client = opened(make.handler(), case.pk)
    client.get(f"/desk/cases/{case.pk}/")
    Case.objects.filter(pk=case.pk).update(office=make.handler("housing").office_id)
    assert WORDS not in text(client.get(f"/desk/cases/{case.pk}/", follow=True))


@pytest.mark.parametrize(
    "asked",
    [
        "list=all&after=" + "9" * 30,
        "list=all&after=" + "9" * 5000,
        "list=all&after=-1",
        "list=due&after=2026-10-08." + "9" * 30,
        "list=due&after=9999-99-99.1",
        "list=due&after=%00.%00",
        "list=%00&state=%00&category=%00&place=%FF&language=%ED%A0%80&kind=x&channel='",
        "phone=13800000000&name=Somebody&words=lamp&q=lamp",
    ],
)
def test_odd_addresses_of_a_list_are_a_list(asked: str) -> None:
    make.case(words=WORDS)
    response = browser(make.handler()).get(f"/desk/?{asked}")
    assert response.status_code == 200
    assert WORDS not in text(response)


@pytest.mark.parametrize(
    "there", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_away_from_the_house(there: str) -> None:
    client = browser(make.handler())
    post = _post_of(client)
    response = client.post("/desk/post/", {"post": str(post.post_id), "next": there})
    assert response.headers["Location"] == "/desk/"


def _post_of(client: Client) -> Acting:
    return next(p for p in [make.handler()] if p.post_id == client.session["post"])


def _forged(client: Client, **values: object) -> None:
    session = client.session
    for name, value in values.items():
        session[name] = value
    session.save()


def test_a_session_that_cannot_be_written_is_not_the_readers_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is locked, or the same person signed out in another window."""
    case = make.case(words=WORDS)
    client = browser(make.handler())
    monkeypatch.setattr(SessionStore, "save", _interrupted)
    response = client.post(f"/desk/cases/{case.pk}/", {"purpose": "handle"})
    assert response.status_code == 503
    assert "not your mistake" in text(response)


def _interrupted(*_: object, **__: object) -> None:
    raise UpdateError
