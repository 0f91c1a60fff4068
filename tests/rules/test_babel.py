"""Translations, names and dates in words, in each of the town's languages."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation

from yimen.cases.rules import State, Turn
from yimen.cases.words import DESK_TURNS, STATES, TURNS
from yimen.desk.days import DayField
from yimen.kernel.catalogues import compile_catalogues
from yimen.kernel.verdict import Refused, Verdict
from yimen.public.words import state_in_words

DAY = date(2025, 10, 8)
IN_WORDS = {"zh-hans": "2025年10月8日", "en": "8 October 2025", "bo": "སྤྱི་ལོ་2025 ཟླ་བ་བཅུ་པའི་ཚེས་8"}


def said(text: str, **context: object) -> str:
    return Template("{% load yimen %}" + text).render(Context(context))


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(tmp_path: Path) -> None:
    po = tmp_path / "bo" / "LC_MESSAGES" / "django.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Send"\nmsgstr "སྐུར་བ།"\n')
    assert compile_catalogues(tmp_path) == [po.with_suffix(".mo")]
    assert "སྐུར་བ།".encode() in po.with_suffix(".mo").read_bytes()
    assert compile_catalogues(tmp_path) == []
    po.with_suffix(".mo").unlink()
    assert len(compile_catalogues(tmp_path)) == 1


@pytest.mark.parametrize("language", ["zh-hans", "bo", "en"])
def test_django_finds_each_language(language: str) -> None:
    compile_catalogues()
    assert translation.check_for_language(language)
    assert translation.get_supported_language_variant(language) == language


@pytest.mark.parametrize("language", ["zh-hans", "bo", "en"])
def test_a_day_is_said_in_words(language: str) -> None:
    with translation.override(language):
        assert said("{{ d|day }}", d=DAY) == IN_WORDS[language]
        at = datetime(2025, 10, 7, 16, 5, tzinfo=UTC)  # already the eighth in the town
        assert said("{{ at|moment }}", at=at) == f"{IN_WORDS[language]} 00:05"
        assert said("{{ at|day }}", at=at) == IN_WORDS[language]


def test_tibetan_dates_have_their_own_formats() -> None:
    with translation.override("bo"):
        assert formats.date_format(DAY) == "སྤྱི་ལོ་2025 ཟླ་10 ཚེས་8"
        assert formats.date_format(DAY, "SHORT_DATE_FORMAT") == "2025-10-08"


def test_no_day_is_no_word() -> None:
    assert said("{{ d|day }}{{ d|moment }}", d=None) == ""


def test_a_name_falls_back_to_the_nearest_language() -> None:
    with translation.override("bo"):
        assert said("{{ n|named }}", n={"zh-hans": "那吾", "en": "Nawu"}) == "那吾"
    assert said("{{ n|named }}", n=None) == ""


def test_a_reason_is_said_with_its_dates_and_names_in_words() -> None:
    verdict = Verdict("%(office)s answers until %(day)s & no later.", {"office": {"en": "<Housing>"}, "day": DAY})
    with translation.override("en"):
        expected = "&lt;Housing&gt; answers until 8 October 2025 &amp; no later."
        assert said("{% say v %}", v=verdict) == expected
        assert said("{% say v %}", v=Refused(verdict.reason, **verdict.params)) == expected
    assert said("{% say v %}", v=None) == said("{% say v %}", v=Verdict()) == ""


def test_each_state_has_words_for_both_readers() -> None:
    assert set(STATES) == set(State)
    assert set(TURNS) == set(DESK_TURNS) == set(Turn)
    with translation.override("en"):
        mine = {state: state_in_words(state.value, "resident", until=DAY, late=False) for state in State}
        theirs = {state: state_in_words(state.value, "office", until=DAY, late=False) for state in State}
    assert mine[State.ASKED] == ("yours", "A question was asked", "Your turn")  # a limit binds offices only
    assert theirs[State.ASKED] == ("theirs", "A question was asked", "The resident’s turn")
    assert theirs[State.HANDLING].turn == "The office’s turn — until 8 October 2025"
    assert mine[State.CLOSED] == ("done", "Closed", "")


def test_a_late_case_is_shown_as_late_whoever_reads() -> None:
    assert state_in_words("handling", "resident", until=DAY, late=True).look == "late"


@pytest.mark.parametrize("language", ["zh-hans", "bo", "en"])
def test_a_day_that_stands_in_a_field_is_one_that_browsers_take(language: str) -> None:
    """Otherwise the field is empty, and whoever sends it loses the day."""
    with translation.override(language):
        assert 'value="2025-10-08"' in forms.DateInput({"type": "date"}).render("on", DAY)
        assert DayField().clean("2025-10-08") == DAY
