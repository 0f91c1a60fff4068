"""Seen from inside a town: what can be asked for, and how many statements it takes; ``python -m bench.inside``."""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

import shapely  # noqa: E402 – Django first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench.samples import Known, nonce  # noqa: E402
from yimen.cases.lists import PAGE  # noqa: E402
from yimen.cases.models import Case  # noqa: E402
from yimen.cases.queries import receipt_hash  # noqa: E402
from yimen.kernel import clock  # noqa: E402
from yimen.kernel.receipts import receipt_from, shown  # noqa: E402
from yimen.kernel.seal import derived_key  # noqa: E402
from yimen.people.models import Staff  # noqa: E402
from yimen.people.queries import posts_of  # noqa: E402
from yimen.people.rules import Acting  # noqa: E402
from yimen.places.queries import outlines  # noqa: E402
from yimen.privacy.rules import purposes_of  # noqa: E402
from yimen.routing.town import Town, the_town  # noqa: E402

OPENED = 50  # cases that the handler has opened, and opens again and again
NARROW = {"state": "closed", "category": "urban", "place": "KS01"}  # a branch, and a township: many cases
RARE = {"state": "withdrawn", "language": "en", "channel": "video"}  # hardly any case
OPEN = {"state": "handling", "category": "urban", "language": "zh-hans"}


def known() -> Known:
    """What there is to ask for."""
    town = the_town()
    points, categories = points_and_categories(town)
    handler, (post, *_) = _signed_in("handler")
    supervisor, _ = _signed_in("supervisor")
    cases = Case.objects.filter(office_id=post.office_id, accused_office=None).order_by("-id")
    some = list(cases.values_list("id", flat=True)[: OPENED * 20 : 20]) or list(cases.values_list("id", flat=True))
    session = handler.session
    session["purposes"] = {f"{post.post_id}:{pk}": next(iter(purposes_of(post.role))) for pk in some}
    session.save()
    return Known(
        categories=categories,
        points=[f"{east:.6f}, {north:.6f}" for east, north in points],
        handler=f"sessionid={handler.cookies['sessionid'].value}",
        supervisor=f"sessionid={supervisor.cookies['sessionid'].value}",
        pages=_pages(post),
        cases=some,
        receipts=_receipts(),
    )


def points_and_categories(town: Town) -> tuple[list[tuple[float, float]], list[str]]:
    """A point inside each area, and the codes of all categories that a resident can choose."""
    areas = [place.id for place in town.places.by_id.values() if place.level == "area"]
    inside = [shapely.from_wkb(outline).representative_point() for outline in outlines(areas).values()]
    return [(point.x, point.y) for point in inside], [c.code for c in town.catalogue.by_id.values() if c.procedure_code]


def _signed_in(username: str) -> tuple[Client, list[Acting]]:
    staff = Staff.objects.get(username=username)
    client = Client()
    client.force_login(staff)
    return client, posts_of(staff.pk, clock.day_of(clock.now()))


def _pages(post: Acting) -> dict[str, str]:
    held = Case.objects.filter(office_id=post.office_id)
    deep = held.order_by("-id").values_list("id", flat=True)[max(0, int(held.count() * 0.9) - PAGE)]
    whole = Case.objects.order_by("-id").values_list("id", flat=True)[int(Case.objects.count() * 0.9) - PAGE]
    asked: dict[str, dict[str, Any]] = {
        "list of 20, three filters": {"list": "all"} | NARROW,
        "list of 20, three rare filters": {"list": "all"} | RARE,
        "my turn, three filters": {"list": "mine"} | OPEN,
        "by date, three filters": {"list": "due"} | OPEN,
        "deep page, after 90 %": {"list": "all", "after": deep},
        "supervisor: three filters": {"list": "all"} | NARROW,
        "supervisor: three rare filters": {"list": "all"} | RARE,
        "supervisor: by date, three filters": {"list": "due"} | OPEN,
        "supervisor: deep page, after 90 %": {"list": "all", "after": whole},
    }
    return {name: f"/desk/?{urlencode(query)}" for name, query in asked.items()}


def _receipts() -> list[str]:
    key = derived_key("receipt")
    newest = Case.objects.order_by("-id").values_list("id", flat=True)[:1].get()
    step = max(1, newest // 500)
    codes = {pk: receipt_from(nonce(pk), key) for pk in range(step, newest + 1, step)}
    hashes = {receipt_hash(code): code for code in codes.values()}
    there = Case.objects.filter(receipt_hash__in=list(hashes)).values_list("receipt_hash", flat=True)
    return [shown(hashes[bytes(found)]) for found in there]


def statements(asked: Known) -> dict[str, list[str]]:
    """The statements behind each page, the transactions' own ones left out."""
    found: dict[str, list[str]] = {}
    resident = Client(headers={"Host": "localhost"})

    def signed(cookie: str) -> Client:
        client = Client(headers={"Host": "localhost"})
        client.cookies["sessionid"] = cookie.partition("=")[2]
        return client

    found["create"] = _counted(lambda: resident.post("/tell/", asked.form(0)), 200)
    for name, page in asked.pages.items():
        client = signed(asked.supervisor if name.startswith("supervisor") else asked.handler)
        found[name] = _counted(partial(client.get, page), 200)
    found["case page"] = _counted(lambda: signed(asked.handler).get(f"/desk/cases/{asked.cases[0]}/"), 200)
    found["receipt look-up"] = _counted(lambda: resident.post("/follow/", {"receipt": asked.receipts[0]}), 302)
    return found


def _counted(ask: Callable[[], Any], status: int) -> list[str]:
    texts: list[str] = []

    def note(execute: Callable[..., Any], text: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 – Django's own
        texts.append(text)
        return execute(text, params, many, context)

    ask()  # the memory of this process is warm now, as a server's is
    with connection.execute_wrapper(note):
        answer = ask()
    if answer.status_code != status:
        raise AssertionError(f"{answer.status_code} instead of {status}: {answer.content[:2000]!r}")
    ends = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
    return [text for text in texts if not text.upper().startswith(ends)]


if __name__ == "__main__":
    asked = known()
    print(json.dumps({"known": asdict(asked), "statements": {k: len(v) for k, v in statements(asked).items()}}))  # noqa: T201 – for the one who asked
