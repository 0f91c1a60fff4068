"""Fields of templates, and finding an entry by what somebody typed."""

import pytest

from yimen.knowledge.finding import found, taken_apart
from yimen.knowledge.rules import Use, are_right, filled, has_right_fields, missing_in, upward

LAMP = {"en": {"title": "Who mends street lamps?", "body": "Urban management. Tell us the number on the pole."}}
PENSION = {
    "zh-hans": {"title": "养老金什么时候发？", "body": "每月二十日。"},
    "bo": {"title": "རྒན་གསོའི་དངུལ།", "body": "ཟླ་རེར།"},
}


def test_a_known_field_is_right_and_is_filled() -> None:
    body = "By {due}, {office}."
    assert has_right_fields(body, Use.ANSWER)
    assert filled(body, {"due": "8 October", "office": "Housing"}) == "By 8 October, Housing."


def test_a_field_without_a_value_stays_to_be_seen() -> None:
    assert filled("At {place}.", {"place": ""}) == "At {place}."


@pytest.mark.parametrize("body", ["Dear {name}", "{}", "{ due }", "{contact}", "{phone}"])
def test_an_unknown_field_is_refused_and_the_known_ones_are_told(body: str) -> None:
    verdict = has_right_fields(body, Use.ANSWER)
    assert not verdict
    assert "{office} {telephone}" in str(verdict)


@pytest.mark.parametrize("body", ["By {due", "By due}", "{due} and {", "{{due}}"])
def test_an_unclosed_field_is_refused(body: str) -> None:
    assert "ends with }" in str(has_right_fields(body, Use.QUESTION))


def test_what_everybody_reads_takes_no_fields() -> None:
    assert "takes no fields" in str(has_right_fields("By {due}", Use.ENTRY))


def test_one_whole_language_is_enough_and_half_a_one_is_not() -> None:
    assert are_right(LAMP, Use.ENTRY)
    assert not are_right({}, Use.ENTRY)
    assert not are_right({"en": {"title": "A title", "body": ""}}, Use.ENTRY)
    assert missing_in(LAMP) == ["zh-hans", "bo"]


def test_a_category_leads_up_to_its_groups_and_to_everything() -> None:
    assert upward("urban.lighting") == ["urban.lighting", "urban", ""]
    assert upward("") == [""]


@pytest.mark.parametrize(
    ("asked", "best"),
    [("street lamp", 1), ("LAMPS", 1), ("养老金发了吗", 2), ("养老金", 2), ("རྒན་གསོ", 2), ("发", 2), ("pole number", 1)],
)
def test_a_question_finds_its_entry_in_each_language(asked: str, best: int) -> None:
    assert found(asked, {1: taken_apart(LAMP), 2: taken_apart(PENSION)})[:1] == [best]


@pytest.mark.parametrize("asked", ["", "  ", "snow plough", "积雪", "?!"])
def test_what_nobody_wrote_about_is_not_found(asked: str) -> None:
    assert found(asked, {1: taken_apart(LAMP), 2: taken_apart(PENSION)}) == []
