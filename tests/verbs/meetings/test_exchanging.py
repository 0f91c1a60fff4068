"""What browsers in a call say to each other by way of the town: in order, bounded, and only between those let in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests import make, make_video
from tests.make_video import ask, secret
from yimen.kernel.verdict import Refused
from yimen.meetings import steps
from yimen.meetings.exchanging import exchange
from yimen.meetings.forgetting import end_forgotten, forget_meetings
from yimen.meetings.models import Line, Meeting, Seat, Signal, Slide
from yimen.meetings.rules import MOST_IN, MOST_LINES, MOST_SEATS, MOST_SIGNALS, Say
from yimen.meetings.slides import show, slide_for
from yimen.meetings.steps import Place
from yimen.meetings.wire import Asked

pytestmark = pytest.mark.django_db
Sql = Callable[..., AbstractContextManager[list[str]]]
LONG = make.MONDAY + timedelta(hours=2)
CHAT = (Say.CHAT, "The lamp is dark.")


def meeting(*guests: str) -> tuple[Meeting, dict[str, str]]:
    """A call of whoever calls: a host in it, and guests who were let in. Nothing of the desk is needed for one."""
    opened = steps.open_meeting("anything:1", until=LONG, at=make.MONDAY)
    keys = {who: f"key-of-{who}" for who in ("host", *guests)}
    for who, key in keys.items():
        seat = steps.give_seat(
            opened, Place("interpreter" if who == "two" else who, key, LONG, is_host=who == "host"), at=make.MONDAY
        )
        ask(key, who, page=f"page-of-{who}", comes=True)
        if who != "host":
            steps.let_in(make_video.seat(key), at=make.MONDAY)
        assert seat.number == list(keys).index(who) + 1
    return opened, keys


def says(who: str, **more: object) -> Asked:
    return Asked(secret(who), f"page-of-{who}", **more)  # type: ignore[arg-type]


def said(key: str, who: str, **more: object) -> object:
    return exchange(make_video.seat(key), says(who, **more), make.MONDAY)


def test_signals_come_in_their_order_and_to_whom_they_are_meant() -> None:
    _, keys = meeting("one", "two")
    said(keys["host"], "host", signals=((2, "offer"), (3, "other"), (2, "ice")))
    said(keys["two"], "two", signals=((2, "hello"),))
    told = exchange(make_video.seat(keys["one"]), says("one"), make.MONDAY)
    assert told.signals == [(1, 1, "offer"), (2, 1, "ice"), (3, 3, "hello")]
    again = exchange(make_video.seat(keys["one"]), says("one", heard=2), make.MONDAY)
    assert again.signals == [(3, 3, "hello")]


def test_what_was_heard_is_gone() -> None:
    _, keys = meeting("one")
    said(keys["host"], "host", signals=((2, "offer"),))
    later = make.MONDAY + timedelta(seconds=11)
    exchange(make_video.seat(keys["one"]), says("one", heard=1), later)
    assert not Signal.objects.exists()


def test_a_browser_to_which_nothing_is_new_costs_one_statement(sql: Sql) -> None:
    """And every ten seconds a second one."""
    _, keys = meeting("one")
    mark = exchange(make_video.seat(keys["one"]), says("one"), make.MONDAY).mark
    with sql(at_most=1):
        said(keys["one"], "one", mark=mark)
    with sql(at_most=2):
        exchange(make_video.seat(keys["one"]), says("one", mark=mark), make.MONDAY + timedelta(seconds=11))
    said(keys["host"], "host", signals=((2, "ice"),))
    with sql(at_most=2):
        told = exchange(make_video.seat(keys["one"]), says("one", mark=mark), make.MONDAY)
    assert told.signals
    assert told.seats is None


def test_passing_on_many_signals_costs_as_much_as_one(sql: Sql) -> None:
    _, keys = meeting("one")
    host = make_video.seat(keys["host"])
    with sql(at_most=3):
        exchange(host, says("host", signals=tuple((2, str(n)) for n in range(40)), mark=99), make.MONDAY)
    assert Signal.objects.count() == 40


def test_a_browser_that_does_not_listen_is_sent_no_more() -> None:
    _, keys = meeting("one")
    Seat.objects.filter(part="one").update(told=F("heard") + MOST_SIGNALS)
    said(keys["host"], "host", signals=((2, "ice"),))
    assert not Signal.objects.exists()


def test_whoever_waits_before_the_door_says_and_hears_nothing() -> None:
    opened, keys = meeting("one")
    steps.give_seat(opened, Place("late", "key-late", LONG), at=make.MONDAY)
    told = ask("key-late", "late", comes=True, signals=((1, "offer"),), lines=(CHAT,))
    assert (told.state, told.seats, told.lines, told.servers) == ("waiting", None, None, None)
    assert not Signal.objects.exists()
    assert not Line.objects.exists()
    said(keys["host"], "host", signals=((3, "offer"),))
    assert not Signal.objects.exists()
    guests = exchange(make_video.seat(keys["one"]), says("one"), make.MONDAY).seats or []
    hosts = exchange(make_video.seat(keys["host"]), says("host"), make.MONDAY).seats or []
    assert [len(guests), len(hosts)] == [2, 3], "who waits before the door is the host's to know"


def test_another_browser_with_the_same_link_waits_anew_and_the_first_one_is_told() -> None:
    _, keys = meeting("one")
    told = ask(keys["one"], "thief", comes=True)
    assert (told.state, told.moves, told.seats) == ("waiting", 1, None)
    first = exchange(make_video.seat(keys["one"]), says("one", signals=((1, "ice"),)), make.MONDAY)
    assert first.state == "elsewhere"
    assert not Signal.objects.exists()
    back = exchange(make_video.seat(keys["one"]), says("one", comes=True), make.MONDAY)
    assert back.state == "waiting", "the first one waits too until the host has seen who it is"


def test_the_same_page_in_a_second_tab_is_another_browser() -> None:
    _, keys = meeting("one")
    ask(keys["one"], "one", page="page-of-tab-2", comes=True)
    assert exchange(make_video.seat(keys["one"]), says("one"), make.MONDAY).state == "elsewhere"


def test_a_page_that_is_loaded_again_stays_in_the_call_and_reads_what_was_said() -> None:
    _, keys = meeting("one")
    said(keys["one"], "one", lines=(CHAT,))
    told = ask(keys["one"], "one", page="page-again", comes=True)
    assert (told.state, [line["words"] for line in told.lines or []]) == ("in", [CHAT[1]])
    pages = {seat["page"] for seat in exchange(make_video.seat(keys["host"]), says("host"), make.MONDAY).seats or []}
    assert "page-again" in pages


def test_whoever_is_let_in_later_reads_nothing_of_before() -> None:
    opened, keys = meeting("one")
    said(keys["one"], "one", lines=(CHAT,))
    steps.give_seat(opened, Place("late", "key-late", LONG), at=make.MONDAY)
    ask("key-late", "late", comes=True)
    steps.let_in(make_video.seat("key-late"), at=make.MONDAY)
    assert ask("key-late", "late").lines == []
    said(keys["one"], "one", lines=((Say.CHAT, "Welcome."),))
    assert [line["words"] for line in ask("key-late", "late").lines or []] == ["Welcome."]


def test_captions_are_typed_by_the_host_and_an_interpreter() -> None:
    _, keys = meeting("one", "two")
    for who in ("host", "one", "two"):
        said(keys[who], who, lines=((Say.CAPTION, who),))
    assert [row.words for row in Line.objects.order_by("number")] == ["host", "two"]


def test_what_is_said_is_sealed_and_bounded() -> None:
    opened, keys = meeting("one")
    said(keys["one"], "one", lines=(CHAT,))
    raw = Line.objects.extra(select={"raw": "words"}).values_list("raw", flat=True).get()
    assert b"lamp" not in bytes(raw)
    Line.objects.bulk_create(
        Line(meeting=opened, number=1000 + n, sent_by=1, kind="chat", words="x") for n in range(MOST_LINES)
    )
    said(keys["one"], "one", lines=(CHAT,))
    assert Line.objects.count() == MOST_LINES + 1


def test_no_fifth_comes_in_and_links_are_bounded() -> None:
    opened, _ = meeting("one", "two", "three")
    steps.give_seat(opened, Place("late", "key-late", LONG), at=make.MONDAY)
    ask("key-late", "late", comes=True)
    with pytest.raises(Refused, match=f"{MOST_IN} people"):
        steps.let_in(make_video.seat("key-late"), at=make.MONDAY)
    for n in range(MOST_SEATS - 5):
        steps.give_seat(opened, Place("late", f"more-{n}", LONG), at=make.MONDAY)
    with pytest.raises(Refused, match="very many links"):
        steps.give_seat(opened, Place("late", "too-many", LONG), at=make.MONDAY)


def test_a_slide_is_shown_to_those_who_are_in() -> None:
    opened, keys = meeting("one")
    show(make_video.seat(keys["one"]), "bill.png", "image/png", b"picture")
    slide = Slide.objects.get()
    assert b"picture" not in bytes(slide.content)
    assert slide_for(make_video.seat(keys["host"]), slide.number) == slide
    steps.give_seat(opened, Place("late", "key-late", LONG), at=make.MONDAY)
    ask("key-late", "late", comes=True)
    assert slide_for(make_video.seat("key-late"), slide.number) is None
    steps.let_in(make_video.seat("key-late"), at=make.MONDAY)
    assert slide_for(make_video.seat("key-late"), slide.number) is None, "it was shown before they came in"
    steps.leave(make_video.seat("key-late"))
    with pytest.raises(Refused):
        show(make_video.seat("key-late"), "bill.png", "image/png", b"x")


def test_when_it_ends_nothing_of_what_was_said_is_left() -> None:
    opened, keys = meeting("one")
    show(make_video.seat(keys["one"]), "bill.png", "image/png", b"picture")
    said(keys["one"], "one", lines=(CHAT,), signals=((1, "offer"),))
    steps.end(opened, at=make.MONDAY)
    assert [table.objects.count() for table in (Line, Slide, Signal)] == [0, 0, 0]
    assert said(keys["one"], "one").state == "over"  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="over"):
        steps.end(opened, at=make.MONDAY)


def test_a_call_that_everybody_has_left_ends_by_itself_and_is_forgotten_overnight() -> None:
    opened, keys = meeting("one")
    said(keys["one"], "one", lines=(CHAT,))
    assert end_forgotten(make.MONDAY + timedelta(minutes=14)) == 0
    assert end_forgotten(make.MONDAY + timedelta(minutes=16)) == 1
    assert not Line.objects.exists()
    assert forget_meetings(make.MONDAY + timedelta(hours=1)) == 0
    forget_meetings(make.MONDAY + timedelta(days=1))
    assert not Meeting.objects.filter(pk=opened.pk).exists()
    assert not Seat.objects.exists()


def test_a_link_that_nobody_has_opened_yet_is_kept_until_its_time_is_over() -> None:
    opened = steps.open_meeting("anything:1", until=LONG, at=make.MONDAY)
    steps.give_seat(opened, Place("late", "key-late", LONG), at=make.MONDAY)
    assert end_forgotten(make.MONDAY + timedelta(minutes=30)) == 0
    assert end_forgotten(LONG) == 1


def test_seats_signals_lines_and_slides_are_counted_once() -> None:
    opened, keys = meeting("one")
    said(keys["host"], "host", signals=((2, "ice"),), lines=(CHAT,))
    show(make_video.seat(keys["host"]), "bill.png", "image/png", b"picture")
    for table, name in (
        (Seat, "call_seat_number_once"),
        (Signal, "call_signal_once"),
        (Line, "call_line_once"),
        (Slide, "call_slide_once"),
    ):
        row = table.objects.order_by("pk").first()
        assert row is not None
        row.pk = None
        if isinstance(row, Seat):
            row.key_hash = b"another"
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)
        assert name in {constraint.name for constraint in table._meta.constraints}
    assert opened.seats.count() == 2
