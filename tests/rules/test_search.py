"""How a text is read for searching: atoms, phrases, and what leads to a person."""

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from yimen.search.marking.reading import Reading
from yimen.search.marking.snippets import snippet
from yimen.search.rules import atoms, folded, is_personal, joined, phrases, stands_in, wanted, words_of

TEXTS = st.text(alphabet="路灯桥坏了 aBé12.,，。\n་།བོདཡིགྱ“”x", max_size=60)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("路灯坏了", ["路", "灯", "坏", "了"]),
        ("Café ÉCOLE ＫＴＶ", ["cafe", "ecole", "ktv"]),
        ("བོད་ཡིག་ཁྲིམས།", ["བོད", "ཡིག", "ཁྲིམས"]),
        ("བོད༌ཡིག", ["བོད", "ཡིག"]),  # the dot that keeps a line together
        ("A12 ༡༢", ["a", "12", "12"]),
        ("2026-03-02 10:30", ["2026", "03", "02", "10", "30"]),
    ],
)
def test_a_text_is_a_row_of_atoms(text: str, read: list[str]) -> None:
    assert atoms(text) == read


@pytest.mark.parametrize(
    "person",
    ["13800000007", "138 0000 0007", "+86-138-0000-0007", "(0941) 123 4567", "１３８０００００００７", "༡༣༨༠༠༠༠༠༠༠༧",
     "一三八零零零零零零零七", "dolma@example.org", "dolma＠example.org", "51322119900307123X", "李@例子.中国"],
)  # fmt: skip
def test_what_leads_to_a_person_is_no_part_of_a_text(person: str) -> None:
    assert is_personal(person)
    left = atoms(f"路灯 {person}，桥")
    assert [a for a in left if a in "路灯桥"] == ["路", "灯", "桥"]
    assert not set(atoms("x")) & set(left) or "X" in person
    assert not any(c.isdigit() for a in left for c in a)


@pytest.mark.parametrize("matter", ["2026-03-02", "12345", "3号楼12单元", "500000", "路灯", "2026年3月2日"])
def test_a_day_a_house_or_a_sum_leads_to_nobody(matter: str) -> None:
    assert not is_personal(matter)


@pytest.mark.parametrize(
    "home",
    ["302室", "3号楼12单元302室", "3号楼 2单元 302", "12栋1203", "5-3-302", "十二号楼三单元三〇二室", "3栋2户",
     "Flat 302", "apt. 12b", "House No. 7", "ཁང་མིག་ཨང་302"],
)  # fmt: skip
def test_a_home_is_no_part_of_a_text(home: str) -> None:
    assert is_personal(home)
    left = atoms(f"桥 {home}，路灯")
    assert left == ["桥", "路", "灯"]


@pytest.mark.parametrize(
    "place",
    ["人民路12号", "5号楼和6号楼之间", "5号楼3单元门口", "2楼漏水", "影响200户居民", "教室", "3月5号2026年", "12号灯杆",
     "building 7", "the house at the bridge", "room for 200", "2号楼前500米", "停水12号3000元", "ཁང་པ་༣"],
)  # fmt: skip
def test_a_street_a_building_or_an_entrance_is_a_place(place: str) -> None:
    assert not is_personal(place)


@pytest.mark.parametrize(
    ("name", "said", "left"),
    [
        ("王伟先生", "我叫王伟，路灯坏了", "我叫路灯坏了"),
        ("王小明", "小明说路灯坏了", "说路灯坏了"),
        ("欧阳小明", "我是欧阳，小明", "我是"),
        ("Dolma Tso", "Tso Dolma here, lamp", "here lamp"),
        ("DOLMA", "dolma’s lamp", "s lamp"),
        ("བཀྲ་ཤིས་ལགས", "ང་བཀྲ་ཤིས་ཡིན", "ང ཡིན"),
        ("བཀྲ་ཤིས་ཚེ་རིང", "ཚེ་རིང་གི་ལམ", "གི ལམ"),
        ("卓玛 Dolma", "Dolma（卓玛）的灯", "的灯"),
        ("王先生", "王先生说王府路的灯", "说王府路的灯"),  # one sign is no name
        ("王", "王府路的灯", "府路的灯"),  # unless nothing else was given
        ("J Wu", "j wu at j street", "at j street"),
    ],
)
def test_nor_is_what_a_person_is_called_by(name: str, said: str, left: str) -> None:
    assert [atom for atom in atoms(said, [name]) if atom] == atoms(left)


def test_the_name_that_was_given_is_taken_out_and_what_stood_around_it_stays_apart() -> None:
    row = atoms("I am Dolma Tso of the bridge", ["dolma tso"])
    assert row == ["i", "am", "", "of", "the", "bridge"]
    assert not stands_in(("am", "of"), joined(row))
    assert "am\x1fof" not in words_of(row)


def test_what_is_written_without_a_gap_is_one_phrase_and_so_is_what_stands_in_quotation_marks() -> None:
    assert phrases("路灯坏了 “the bridge, over” b12 བོད་ཡིག་ ཁྲིམས") == [
        ("路", "灯", "坏", "了"), ("the", "bridge", "over"), ("b", "12"), ("བོད", "ཡིག"), ("ཁྲིམས",),
    ]  # fmt: skip


@given(TEXTS, st.data())
def test_a_text_has_all_that_is_wanted_of_a_phrase_it_contains(text: str, data: st.DataObject) -> None:
    row = atoms(text)
    assume(row)
    start = data.draw(st.integers(0, len(row) - 1))
    phrase = tuple(row[start : data.draw(st.integers(start + 1, len(row)))])
    assert stands_in(phrase, joined(row))
    assert wanted(phrase) <= words_of(row)


@given(TEXTS)
@example("ﬀ 路")
@example("\u1100\u1161 路")
def test_atoms_are_found_again_in_the_text_as_it_was_written(text: str) -> None:
    read = Reading(text)
    assert read.said([]) == joined(atoms(text))
    written = [text[read.begin(start) : read.end(end)] for start, end in read.spans]
    assert all(folded(stretch).count(folded(word)) for stretch, word in zip(written, read.words, strict=True))


@given(TEXTS, TEXTS)
def test_a_snippet_is_a_stretch_of_the_text_and_what_is_marked_is_what_was_asked_for(text: str, asked: str) -> None:
    found = phrases(asked)
    pieces = snippet(Reading(text), found)
    whole = "".join(piece.text for piece in pieces).strip("…")
    assert "•" in whole or whole in text
    marked = [tuple(atoms(piece.text)) for piece in pieces if piece.is_hit]
    assert all(any(stands_in(phrase, joined(row)) for phrase in found) for row in marked)
    if any(stands_in(phrase, joined(atoms(text))) for phrase in found):
        assert marked


def test_a_number_is_covered_in_a_snippet() -> None:
    said = "".join(
        piece.text for piece in snippet(Reading("The lamp is dark, call 138 0000 0007 or d@e.cn"), [("lamp",)])
    )
    assert said == "The lamp is dark, call ••• •••• •••• or ••••••"


def test_a_long_text_is_cut_around_its_hit_and_no_syllable_is_torn() -> None:
    text = Reading("བོད་ཡིག་" * 100 + "ཁྲིམས་" + "ལམ་སྒྲོན་" * 100)
    said = "".join(p.text for p in snippet(text, [("ཁྲིམས",)])).strip("…")
    assert 100 < len(said) < 260
    assert set(atoms(said)) == {"བོད", "ཡིག", "ཁྲིམས", "ལམ", "སྒྲོན"}


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 900), st.dates(date(2019, 1, 1), date(2033, 12, 31))
)
def test_days_between_name_each_day_within_and_no_other(first: date, length: int, day: date) -> None:
    from yimen.search.documents import days_between  # noqa: PLC0415 – needs Django

    last = first + timedelta(days=length)
    named = days_between(first, last)
    tokens = {f"0y{day.year}", f"0m{day:%Y%m}", f"0d{day:%Y%m%d}"}
    assert (first <= day <= last) == bool(tokens & set(named))
    assert len(named) <= 100


def test_windows_reach_back_to_the_first_case_and_the_last_one_asks_for_no_token() -> None:
    from yimen.search.postgres import SHIFTS, _windows  # noqa: PLC0415 – needs Django

    for newest in (1, 9_000, 1_000_000, 60_000_000):
        windows = list(_windows(newest))
        assert windows[0][1] == newest
        begins = [before for _, before in windows]
        assert begins == sorted(set(begins), reverse=True), "each begins where the one before it ended"
        assert windows[-1][0] == []
        assert all(added for added, _ in windows[:-1])
        assert len(windows) <= len(SHIFTS) + 1
    assert len(list(_windows(20_000))) == 1, "one that leaves nothing out has no token to be read through"


@pytest.mark.parametrize(
    "person", ["王先生", "张女士", "陳小姐", "欧阳大爷", "李奶奶", "Mr. Wang", "Mrs Dolma", "MS. LI"]
)
def test_whoever_is_spoken_of_by_surname_is_no_part_of_a_text(person: str) -> None:
    """Or all cases of a Mr Wang could be listed, whoever gave which name."""
    assert is_personal(person)
    assert atoms(f"桥，{person}，路灯") == ["桥", "路", "灯"]


@pytest.mark.parametrize(
    "matter", ["王老师不来", "先生路", "各位先生", "女士厕所", "王府桥", "江大桥", "an MS office", "missed the bus"]
)
def test_a_teacher_a_road_and_a_bridge_lead_to_nobody(matter: str) -> None:
    assert not is_personal(matter)


@pytest.mark.parametrize(
    "odd", ["1号" * 4000, "1号1" * 2600, "11号楼 " * 1600, "1号" + " " * 8000, "1-" * 4000, "二" * 8000, "a@" * 4000]
)
def test_a_text_made_to_keep_the_index_busy_is_read_in_no_time(odd: str) -> None:
    """Anybody may send one, and it is read again whenever it could be a hit: it took four seconds."""
    began = process_time()
    atoms(odd)
    assert process_time() - began < 0.6


def test_a_long_name_and_a_word_that_comes_all_the_time_keep_nobody_waiting() -> None:
    name = "".join(chr(0x4E00 + n) for n in range(120))
    text = "路灯" * 2000 + name[::-1] * 30
    began = process_time()
    assert snippet(Reading(text), [("路",), ("灯",), ("路", "灯")])
    assert atoms(text, [name])
    assert process_time() - began < 0.6


def test_a_home_behind_many_houses_is_still_none() -> None:
    assert atoms("1号院2号楼3栋4座5单元6层7号101室的灯")[-2:] == ["的", "灯"]
    assert "101" not in atoms("1号院2号楼3栋4座5单元6层7号101室的灯")
