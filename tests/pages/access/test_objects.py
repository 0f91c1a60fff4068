"""Things that are no cases and belong to somebody, asked for by number: nobody else reads or changes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.urls import reverse

from tests import make, make_mediation, make_scans, make_video
from tests.house.addresses import patterns
from tests.make_areas import split_in_two
from tests.make_calls import wish
from tests.make_colleagues import shared_case
from tests.make_mail import held, mail
from tests.pages.access.asking import ENDING, TYPED, body
from tests.pages.access.crowd import EVERYBODY, somebody
from yimen.cases.rules import Way
from yimen.intake.models import Sheet
from yimen.kernel.clock import day_of
from yimen.meetings.models import Slide
from yimen.meetings.slides import show
from yimen.notifications.models import Letter
from yimen.people.models import Office, Post, Staff
from yimen.redraws.models import Redraw
from yimen.redraws.verbs.draft_redraw import draft_redraw
from yimen.supervision.calls.preparing import prepare_calls
from yimen.supervision.models import CallBack

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
MARK = "zqforeign"
ADMINISTRATORS = frozenset({"town-office-administrator"})
#: Parts of addresses that are the numbers of cases and their files; test_who_sees_what tries those.
OF_CASES = {"pk", "case", "file", "number"}


@dataclass(frozen=True)
class Owned:
    """A row, the posts whose work it is, and the case in whose address it stands, if in one."""

    row: Model
    owners: frozenset[str]
    case: int = 1

    def now(self) -> dict[str, Any]:
        """How it stands in its table."""
        return type(self.row)._base_manager.filter(pk=self.row.pk).values().get()


def _enquiry() -> Owned:
    case, enquiry = shared_case(words=f"{MARK} lamp")
    return Owned(enquiry, frozenset({"urban-handler", "urban-supervisor", "town-office-supervisor"}), case.pk)


def _call() -> Owned:
    make.answered_case(words=f"{MARK} lamp", tell=Way.SMS, phone="13900000000", contact_name=f"{MARK} name")
    prepare_calls(make.MONDAY + timedelta(days=8))
    call = CallBack.objects.get()
    return Owned(call, frozenset({f"{make.office_code(make.posted_at(call.desk_id)).removeprefix('KS-')}-clerk"}))


def _arrival() -> Owned:
    return Owned(held(mail(f"{MARK} lamp", sender="")), frozenset({"one-door-clerk"}))


def _wish() -> Owned:
    return Owned(wish(about=f"{MARK} pension"), frozenset({"one-door-clerk"}))


def _posting() -> Owned:
    make.case(words=f"{MARK} lamp", tell=Way.POST, postal=f"{MARK} road 1")
    return Owned(Letter.objects.get(to_post_at__isnull=False), frozenset({"one-door-clerk"}))


def _scan() -> Owned:
    scan = make_scans.scan(1)
    Sheet.objects.update(text=f"{MARK} lamp", state="read", next_at=None)
    return Owned(scan, frozenset({"one-door-clerk"}))


def _sheet() -> Owned:
    return Owned(_scan().row.sheets.get(), frozenset({"one-door-clerk"}))  # type: ignore[attr-defined] # of a letter


def _video_call() -> Owned:
    return Owned(make_video.taken(make_video.waiting()), frozenset({"one-door-clerk"}))


def _slide() -> Owned:
    """Only whoever has a link and is in the call sees it: nobody by its number alone."""
    key = make_video.waiting()
    make_video.taken(key)
    show(make_video.seat(key), f"{MARK}.png", "image/png", MARK.encode())
    return Owned(Slide.objects.get(), frozenset())


def _redraw() -> Model:
    by = make.administrator()
    pk = draft_redraw(by=by, plan=split_in_two(), from_on=day_of(make.MONDAY), at=make.MONDAY)
    found: Model = Redraw.objects.get(pk=pk)
    return found


def _of_the_town(row: Callable[[], Model]) -> Callable[[], Owned]:
    return lambda: Owned(row(), ADMINISTRATORS)


def _mediation() -> Owned:
    talk = make_mediation.opened(claim=f"{MARK} wall", others=(f"{MARK} Zhang",))
    return Owned(talk.row, frozenset({"justice-mediator"}))


def _sitting() -> Owned:
    return Owned(make_mediation.planned(make_mediation.opened()), frozenset({"justice-mediator"}))


#: Each part of an address that is a number, and the row behind it.
OBJECTS: dict[str, Callable[[], Owned]] = {
    "enquiry": _enquiry,
    "call": _call,
    "arrival": _arrival,
    "wish": _wish,
    "posting": _posting,
    "scan": _scan,
    "meeting": _video_call,
    "sheet": _sheet,
    "slide": _slide,
    "office": _of_the_town(lambda: Office.objects.get(code="KS-housing")),
    "post": _of_the_town(lambda: Post.objects.get(code="housing-handler")),
    "redraw": _of_the_town(_redraw),
    "mediation": _mediation,
    "sitting": _sitting,
    "committee": _of_the_town(make_mediation.committee),
    "staff": _of_the_town(lambda: Staff.objects.get(pk=make.handler("housing").staff_id)),
}


def _parts() -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Number parts of addresses → the addresses that have them, with their converters."""
    found: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for _, name, pattern in patterns():
        kinds = {part: type(how).__name__ for part, how in pattern.pattern.converters.items()}
        for part, kind in kinds.items():
            if kind == "IntConverter" and part not in OF_CASES:
                found.setdefault(part, []).append((name, kinds))
    return found


def test_every_number_in_an_address_has_a_row_to_be_tried_with() -> None:
    assert set(_parts()) <= set(OBJECTS), "one line in OBJECTS: the row, and the posts whose work it is"


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who not in {"spoilt", "expired"}])  # those forge receipts
def test_what_belongs_to_others_is_not_read_and_stays_as_it_is(name: str) -> None:
    make.town()
    owned = {part: maker() for part, maker in OBJECTS.items()}
    who = somebody(name, [])
    for part, addresses in _parts().items():
        thing = owned[part]
        if name in thing.owners:
            continue
        before = thing.now()
        for address, kinds in addresses:
            values: dict[str, Any] = {other: thing.case if other in OF_CASES else "open" for other in kinds}
            values[part] = thing.row.pk
            path = reverse(address, kwargs=values)
            answers = [who.client.get(path)] + ([] if address in ENDING else [who.client.post(path, TYPED)])
            for answer in answers:
                assert answer.status_code in {200, 302, 401, 403, 404, 405}, path
                assert MARK not in body(answer), path
        assert thing.now() == before, f"{name} changed {part}"
