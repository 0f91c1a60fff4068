"""Every address is behind sign-in or on the named public list, and every page of the desk asks a policy."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import Resolver404, path, resolve

from tests.house.addresses import PUBLIC, patterns
from tests.house.tree import imports, modules, name, parsed
from yimen.desk.sign_in_urls import PUBLIC_NAMES

#: Who asks who may: reading a case, or a list of them, goes through these, which are told which post asks; acting on
#: one goes through a verb, which asks its policy itself.
ASKS = (
    "yimen.cases.policies",
    "yimen.cases.lists",
    "yimen.cases.together",
    "yimen.desk.acting.KEYS",  # a choice of this browser: nothing of the town is read or changed
    "yimen.desk.acting.choose_post",
    "yimen.desk.guiding",  # the repository's own pages: they are for everybody
    "yimen.desk.doing",
    "yimen.desk.opening",
    "yimen.desk.pages.people.part.of_administrators",
    "yimen.intake.policies",
    "yimen.knowledge.policies",
    "yimen.desk.signing_in.sessions.lacks_second_step",
    "yimen.mediation.policies",
    "yimen.people.policies",
    "yimen.search.finding",
    "yimen.cases.queries.case_by_receipt",
    "yimen.stats.mediating.queries.counted_for",
    "yimen.stats.queries",
)


def example(route: str) -> str:
    """An address that this route answers: parts filled with samples."""
    parts = []
    for part in route.split("<")[1:]:
        kind, _, _ = part.partition(">")[0].partition(":")
        parts.append({"int": "1", "uuid": "00000000-0000-0000-0000-000000000000"}.get(kind, "x"))
    fixed = [chunk.partition(">")[2] if i else chunk for i, chunk in enumerate(route.split("<"))]
    filled = "".join(chain.from_iterable(zip(fixed, [*parts, ""], strict=True)))
    return "/" + filled.replace("\\Z", "").strip("^$")


def is_guarded(client: Client, address: str) -> bool:
    """Whoever is not signed in is sent to sign in; whoever sends something may get back what they typed instead."""
    to = resolve_url(settings.LOGIN_URL)
    looked, sent = client.get(address), client.post(address)
    is_led = [a.status_code == 302 and a["Location"].startswith(to) for a in (looked, sent)]
    return is_led[0] and (is_led[1] or (sent.status_code == 401 and "data-still-here" in sent.content.decode()))


def asks_nobody(sources: dict[str, ast.Module]) -> Iterator[str]:
    """Pages of the desk that import neither a policy nor a query that knows who asks."""
    for path_, tree in sources.items():
        asked = {imported for imported, _ in imports(tree)}
        if not any(a.startswith(ASKS) or ".verbs" in a for a in asked):
            yield path_


def test_every_address_is_behind_sign_in_or_on_the_public_list(db: None, client: Client) -> None:
    others = [(route, named) for route, named, _ in patterns() if named not in PUBLIC]
    assert [f"{route} ({named})" for route, named in others if not is_guarded(client, example(route))] == []


def test_the_public_list_names_only_what_there_is() -> None:
    assert PUBLIC - {named for _, named, _ in patterns()} == set()


def test_nobody_can_sign_up_or_ask_for_a_password(db: None, client: Client) -> None:
    for address in ("/desk/signup/", "/accounts/signup/", "/desk/password/reset/"):
        with pytest.raises(Resolver404):
            resolve(address)
        assert client.get(address).status_code == 404


def test_every_address_of_the_desk_knows_from_which_post_it_is_asked() -> None:
    ours = [
        (route, view.callback)
        for route, named, view in patterns()
        if view.callback.__module__.startswith("yimen.desk") and named not in PUBLIC_NAMES
    ]
    assert ours
    assert [route for route, view in ours if not getattr(view, "is_at_desk", False)] == []


def test_every_page_of_the_desk_asks_who_may() -> None:
    pages = {name(p): parsed(p) for p in modules("desk") if "pages" in p.parts and p.name != "__init__.py"}
    assert list(asks_nobody(pages)) == []


def test_the_guard_bites(db: None, client: Client) -> None:
    assert not is_guarded(client, "/")
    assert example("desk/cases/<int:pk>/<str:what>/") == "/desk/cases/1/x/"
    assert list(asks_nobody({"p.py": ast.parse("from django.shortcuts import render")})) == ["p.py"]
    assert not list(asks_nobody({"p.py": ast.parse("from yimen.cases.policies import may")}))
    assert path("x", lambda request: request).name is None


def doubled(routes: Iterable[str]) -> list[str]:
    """Routes that stand there twice: of two pages with one address, only the first is ever seen."""
    return sorted(route for route, many in Counter(routes).items() if many > 1)


def test_no_page_hides_behind_the_address_of_another_one() -> None:
    assert doubled(route for route, _, _ in patterns()) == []
    assert doubled(["desk/post/", "desk/", "desk/post/"]) == ["desk/post/"]
