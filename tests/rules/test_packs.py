"""The two packs that come with Yimen, read from their files."""

from functools import cache
from pathlib import Path
from string import Template

import pytest
from django.conf import settings

from yimen.journeys.pack_files import Pack, read_pack
from yimen.journeys.pack_files.letters import PLACES
from yimen.kernel.languages import LANGUAGES
from yimen.people.rules import Role
from yimen.routing.facts import CategoryFacts
from yimen.routing.promises import may_be_a_code, may_be_names
from yimen.routing.rules import LEVELS_UPWARD, Kind

both = pytest.mark.parametrize("name", ["cn", "generic"])


@cache
def pack(name: str) -> Pack:
    return read_pack(Path(settings.PACKS) / name)


def leaves(name: str) -> list[CategoryFacts]:
    return [c for c in pack(name).offer.categories if c.is_leaf]


@both
def test_a_pack_that_comes_with_us_has_no_fault(name: str) -> None:
    assert pack(name).manifest.code == name
    assert pack(name).manifest.languages == LANGUAGES


def test_the_packs_are_as_large_as_a_town_needs() -> None:
    assert 115 <= len(leaves("cn")) <= 130
    assert 25 <= len(leaves("generic")) <= 40


def test_the_chinese_calendar_is_known_until_the_end_of_2026() -> None:
    assert pack("cn").manifest.calendar.country == "CN"
    assert pack("cn").manifest.calendar.known_until.isoformat() == "2026-12-31"


def test_the_chinese_limits_are_those_of_the_law() -> None:
    limits = {limit.code: limit for limit in pack("cn").limits}
    told = {
        "PET_FORWARD": "15 d", "PET_NOTICE": "15 d", "PET_OBJECT": "5 wd", "PET_HANDLE": "60 d +30 d",
        "PET_REVIEW_ASK": "30 d", "PET_REVIEW_DO": "30 d", "PET_REREVIEW_ASK": "30 d", "PET_REREVIEW_DO": "30 d",
        "HOT_REPLY": "5 wd +5 wd", "MED_RUN": "1 m +1 m", "MED_CONFIRM": "30 d", "FOI_REPLY": "20 wd +20 wd",
        "FOI_FIX": "7 wd", "LAID_DECIDE": "7 d", "LAID_ASSIGN": "3 d",
    }  # fmt: skip
    for code, words in told.items():
        limit = limits[code]
        extra = f" +{limit.extra_length} {limit.extra_unit}" if limit.extra_length else ""
        assert f"{limit.length} {limit.unit}{extra}" == words, code
        assert limit.law
        assert limit.rolls is (limit.unit != "wd"), code
    assert "§34" in limits["PET_HANDLE"].law


def test_the_procedures_run_as_the_law_says() -> None:
    procedures = {p.code: p for p in pack("cn").offer.procedures}
    petition, hotline = procedures["petition"], procedures["hotline"]
    assert (petition.notice_limit, petition.handle_limit, petition.object_limit) == (
        "PET_NOTICE", "PET_HANDLE", "PET_OBJECT",
    )  # fmt: skip
    assert (petition.handle_from, hotline.handle_from) == ("accepted", "received")
    assert petition.needs_full_opinion
    assert not petition.is_default
    assert hotline.is_default
    assert "第三十五条" in petition.remedies["zh-hans"]
    assert "30" in hotline.remedies["bo"]


def test_matters_of_compensation_and_benefits_are_petitions() -> None:
    petitions = {c.code for c in leaves("cn") if c.procedure_code == "petition"}
    assert petitions >= {"land.requisition", "housing.relocation", "welfare.veterans", "village.assets"}
    assert len(petitions) < len(leaves("cn")) / 10


@both
def test_every_leaf_reaches_a_function_that_exists_or_another_door(name: str) -> None:
    doors = {door.code for door in pack(name).offer.doors}
    functions = pack(name).functions
    for leaf in leaves(name):
        answering = {level: pack(name).offer.remits.get((leaf.code, level)) for level in LEVELS_UPWARD}
        if leaf.door_code:
            assert leaf.door_code in doors
            assert not any(answering.values()), leaf.code
        else:
            assert answering["town"] or leaf.code.startswith("village."), leaf.code
            for level, function in answering.items():
                assert function is None or level in functions[function].levels, leaf.code


@both
def test_every_other_door_is_reached_from_the_list_and_says_why(name: str) -> None:
    reached = {leaf.door_code for leaf in leaves(name)}
    reached |= {code for road in pack(name).offer.procedures for code in road.doors}  # told with every answer
    for door in pack(name).offer.doors:
        assert door.code in reached
        assert set(door.why) == set(LANGUAGES)
        assert door.telephone or not door.is_urgent


def test_the_emergency_numbers_are_urgent() -> None:
    urgent = {door.telephone for door in pack("cn").offer.doors if door.is_urgent}
    assert urgent >= {"110", "119", "120"}


@both
def test_only_things_in_public_space_are_public_and_shown_in_small_numbers(name: str) -> None:
    for leaf in leaves(name):
        assert leaf.suppress_below == (5 if leaf.is_public else 10), leaf.code
        assert not (leaf.is_public and leaf.may_be_dispute), leaf.code
        assert not (leaf.is_public and leaf.procedure_code == "petition"), leaf.code


@both
def test_every_kind_is_asked_for_somewhere(name: str) -> None:
    assert {kind for leaf in leaves(name) for kind in leaf.kinds} == {k.value for k in Kind}


@both
def test_no_code_sorts_people_or_watches_them(name: str) -> None:
    offer = pack(name).offer
    codes = [row.code for rows in (offer.categories, offer.doors, offer.procedures, pack(name).limits) for row in rows]
    assert [code for code in [*codes, *pack(name).functions] if not may_be_a_code(code)] == []
    ours = [c for c in offer.categories if not c.door_code]
    assert [c.code for c in ours if not may_be_names(c.names)] == []


@pytest.mark.parametrize("code", ["people.ethnicity", "religion", "x.Party-affairs", "id-card", "north_patrol"])
def test_a_code_that_sorts_people_or_watches_them_is_noticed(code: str) -> None:
    assert not may_be_a_code(code)


@pytest.mark.parametrize("name", ["宗教场所", "户籍业务", "Police matters", "Ethnic affairs", "དགོན་པའི་དོན།", "Hukou"])
def test_a_name_that_sorts_people_or_watches_them_is_noticed(name: str) -> None:
    assert not may_be_names({"en": "Lamps", "zh-hans": name})


@pytest.mark.parametrize(
    "name", ["Street surface", "Noise of a party", "Fire safety", "公共厕所", "Racecourse", "Policy"]
)
def test_a_name_that_only_looks_alike_is_no_matter(name: str) -> None:
    assert may_be_names({"en": name})


@pytest.mark.parametrize("code", ["streets.surface", "elsewhere.public-security", "education.teaching"])
def test_a_word_that_only_looks_alike_is_no_matter(code: str) -> None:
    assert may_be_a_code(code)


def test_no_name_speaks_of_who_somebody_is() -> None:
    banned = ("民族", "宗教", "党", "户籍", "户口", "计划生育", "寺", "上访", "重点人")
    names = [c.names["zh-hans"] for c in leaves("cn")]
    assert not [name for name in names if any(word in name for word in banned)]


@both
def test_every_letter_stands_in_every_language_with_the_same_places(name: str) -> None:
    letters = {(t.code, t.language): t for t in pack(name).templates}
    assert set(letters) == {(code, language) for code in PLACES for language in LANGUAGES}
    for code in PLACES:
        used = {frozenset(Template(letters[code, language].body).get_identifiers()) for language in LANGUAGES}
        assert len(used) == 1, code


@both
def test_every_letter_ends_with_how_to_look_it_up_and_has_no_receipt(name: str) -> None:
    last = {"zh-hans": "受理码", "en": "on the town's page", "bo": "བདག་སྤྲོད་ཨང་རྟགས"}
    for letter in pack(name).templates:
        brings_it = letter.code in {
            "case-received-by-mail",
            "case-received-by-sms",
        }  # whoever writes does not stand there to read it
        assert ("$receipt" in letter.body) == brings_it, letter
        # Those answer one that came, and may have no case; a mediation is no case, and its letters say nothing of one.
        if not letter.code.startswith(("mail-", "sms-", "mediation-")):
            assert last[letter.language] in (letter.body if brings_it else letter.body.splitlines()[-1]), letter


@both
def test_tibetan_is_written_as_it_is_stored_and_marked_as_a_draft(name: str) -> None:
    assert pack(name).manifest.draft_languages == ("bo",)
    texts = [t.body for t in pack(name).templates if t.language == "bo"]
    texts += [c.names["bo"] for c in pack(name).offer.categories]
    assert not [text for text in texts if "\u0f0c" in text]
    assert all(any("\u0f00" <= c <= "\u0fff" for c in text) for text in texts)


@both
def test_extensions_are_granted_by_a_role_that_exists(name: str) -> None:
    assert {p.extension_by for p in pack(name).offer.procedures} <= {r.value for r in Role}
