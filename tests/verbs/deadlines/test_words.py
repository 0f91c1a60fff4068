"""The line under each date, word for word."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.utils import translation

from yimen.deadlines import terms, words
from yimen.deadlines.models import Term
from yimen.deadlines.verbs.mark_day import mark_local_day
from yimen.kernel.clock import now as clock_now
from yimen.people.rules import Operator

Now = Callable[[], dict[str, int]]
pytestmark = pytest.mark.django_db


def start(now: Now, code: str, on: date) -> Term:
    return terms.start_terms("case:1", [(code, on)], editions=now())[0]


@pytest.mark.parametrize(
    ("code", "on", "line"),
    [
        (
            "PET_HANDLE",
            date(2026, 8, 3),
            "60 days from 3 Aug 2026; 2 Oct is a rest day (National Day), so 8 Oct — 信访工作条例 art. 34",
        ),
        (
            "PET_HANDLE",
            date(2026, 6, 2),
            "60 days from 2 Jun 2026; 1 Aug is a Saturday, so 3 Aug — 信访工作条例 art. 34",
        ),
        (
            "PET_HANDLE",
            date(2026, 4, 1),
            "60 days from 1 Apr 2026; 31 May is a Sunday, so 1 Jun — 信访工作条例 art. 34",
        ),
        ("PET_HANDLE", date(2026, 4, 2), "60 days from 2 Apr 2026: 1 Jun — 信访工作条例 art. 34"),
        (
            "HOT_REPLY",
            date(2026, 4, 30),
            (
                "5 working days from 30 Apr 2026; rest days are not counted; 1–5 May are holidays (Labor Day); "
                "9 May is a working day (make-up), so 11 May — local rules"
            ),
        ),
        (
            "HOT_REPLY",
            date(2026, 8, 3),
            "5 working days from 3 Aug 2026; rest days are not counted, so 10 Aug — local rules",
        ),
        ("HOT_REPLY", date(2026, 8, 2), "5 working days from 2 Aug 2026: 7 Aug — local rules"),  # none in between
        (
            "FOI_REPLY",
            date(2025, 12, 22),
            (
                "20 working days from 22 Dec 2025; rest days are not counted; "
                "1 Jan 2026–3 Jan 2026 are holidays (New Year's Day); "
                "4 Jan 2026 is a working day (make-up), so 20 Jan 2026 — 政府信息公开条例 art. 33"
            ),
        ),
        (
            "MED_RUN",
            date(2026, 3, 12),
            "1 month from 12 Mar 2026; 12 Apr is a Sunday, so 13 Apr — 司法部令75号 art. 33",
        ),
        (
            "PET_HANDLE",
            date(2026, 11, 4),
            (
                "60 days from 4 Nov 2026; 3 Jan 2027 is a rest day (New Year's Day), so 4 Jan 2027; "
                "provisional: the calendar after 2026 is not published yet — 信访工作条例 art. 34"
            ),
        ),
    ],
)
def test_a_date_is_explained_in_one_line(now: Now, code: str, on: date, line: str) -> None:
    assert words.explain(start(now, code, on), "en") == line


def test_a_pause_is_told_while_it_lasts_and_after(now: Now) -> None:
    term = start(now, "HOT_REPLY", date(2026, 8, 3))
    terms.pause_terms([term], date(2026, 8, 5))
    assert words.explain(term, "en") == (
        "5 working days from 3 Aug 2026; rest days are not counted, so 10 Aug; the clock has stood still since 5 Aug, "
        "as it is the resident's turn: it will be later — local rules"
    )
    terms.resume_terms([term], date(2026, 8, 10), editions=now())
    assert words.explain(term, "en") == (
        "5 working days from 3 Aug 2026; rest days are not counted; the clock stood still for 3 working days while it "
        "was the resident's turn, so 13 Aug — local rules"
    )


def test_an_extension_is_told(now: Now) -> None:
    term = start(now, "PET_HANDLE", date(2026, 3, 2))
    terms.extend_term(term, date(2026, 3, 3), editions=now())
    terms.pause_terms([term], date(2026, 3, 3))
    terms.resume_terms([term], date(2026, 3, 4), editions=now())
    assert words.explain(term, "en") == (
        "60 days from 2 Mar 2026; +30 days, extended once; the clock stood still for 1 day while it was the resident's "
        "turn, so 1 Jun — 信访工作条例 art. 34"
    )


def test_a_local_day_is_told_by_its_own_name(now: Now) -> None:
    names = {"zh-hans": "赛马节", "en": "Horse Race Festival", "bo": "རྟ་རྒྱུགས་དུས་ཆེན།"}
    for day, works in ((date(2026, 8, 5), False), (date(2026, 8, 8), True)):
        mark_local_day(by=Operator(), on=day, works=works, names=names, at=clock_now())
    term = start(now, "HOT_REPLY", date(2026, 8, 3))
    assert words.explain(term, "en") == (
        "5 working days from 3 Aug 2026; rest days are not counted; 5 Aug is a holiday (Horse Race Festival); "
        "8 Aug is a working day (Horse Race Festival), so 10 Aug — local rules"
    )
    assert "赛马节" in words.explain(term, "zh-hans")
    assert "རྟ་རྒྱུགས་དུས་ཆེན།" in words.explain(term, "bo")


def test_each_language_has_its_own_dates_and_holidays(now: Now) -> None:
    term = start(now, "PET_HANDLE", date(2026, 8, 3))
    assert all(part in words.explain(term, "zh-hans") for part in ("2026年8月3日", "10月2日", "国庆节", "10月8日"))
    assert all(part in words.explain(term, "bo") for part in ("སྤྱི་ལོ་2026 ཟླ་8 ཚེས་3", "ཟླ་10 ཚེས་8"))
    assert "National" not in words.explain(term, "bo")
    saturday = words.explain_parts(start(now, "PET_HANDLE", date(2026, 6, 2)), "zh-hans")
    assert "星期六" in saturday.reasons[0]


def test_the_parts_stand_for_themselves(now: Now) -> None:
    parts = words.explain_parts(start(now, "PET_HANDLE", date(2026, 8, 3)), "en")
    assert parts == words.Explanation(
        length="60 days from 3 Aug 2026",
        reasons=("2 Oct is a rest day (National Day)",),
        due="8 Oct",
        pending=(),
        law="信访工作条例 art. 34",
    )


def test_explaining_leaves_the_pages_language_as_it_was(now: Now) -> None:
    term = start(now, "PET_HANDLE", date(2026, 8, 3))
    with translation.override("bo"):
        words.explain(term, "en")
        assert translation.get_language() == "bo"


def test_explaining_asks_the_database_nothing(now: Now, sql: Callable[..., AbstractContextManager[list[str]]]) -> None:
    term = start(now, "HOT_REPLY", date(2026, 4, 30))
    with sql(at_most=0):
        words.explain(term, "zh-hans")
