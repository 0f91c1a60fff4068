"""The guides call things as the pages do, and the Chinese ones say what the English ones say, piece by piece."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.guides import (
    CHINESE,
    CODE,
    GUIDES,
    LINK,
    Shown,
    called,
    codes,
    in_chinese,
    links,
    misnamed,
    names,
    pieces,
    plain,
)
from tests.house.test_translations import chinese_slips

ENGLISH = sorted(GUIDES.glob("*.md"))
#: What the first line of a Chinese guide says of itself.
READ = re.compile(r"中文译文，(尚未|已)经母语读者审阅。\[English\]")
STRONG = re.compile(r"(.?)\*\*([^*]+)\*\*(.?)")

each_guide = pytest.mark.parametrize("guide", ENGLISH, ids=lambda guide: guide.stem)


def said(guide: Path) -> str:
    """The words of a guide."""
    return guide.read_text(encoding="utf-8")


def slips(text: str) -> Iterator[str]:
    """What a printer would strike out, or what Markdown would show with its stars."""
    for _kind, words in pieces(text):
        bare = LINK.sub("]", CODE.sub("x", words))
        yield from (f"{slip}: {words[:30]}" for slip in chinese_slips(bare) if not slip.startswith("banned"))
        for before, strong, after in STRONG.findall(words):
            opens_badly = before.isalnum() and not strong[0].isalnum()
            if opens_badly or (after.isalnum() and not strong[-1].isalnum()):
                yield f"stars would show: {strong}"


def test_what_a_guide_calls_by_its_name_stands_on_a_page() -> None:
    """A button that was renamed is looked for in vain by whoever reads the guide."""
    known = names()
    lost = [(guide.name, one) for guide in ENGLISH for one in called(said(guide)) if plain(one) not in known]
    assert len(ENGLISH) >= 13
    assert lost == []


def test_each_guide_is_there_in_both_languages() -> None:
    assert [guide.name for guide in ENGLISH] == sorted(guide.name for guide in CHINESE.glob("*.md"))


@each_guide
def test_both_have_the_same_pieces_in_the_same_order(guide: Path) -> None:
    """Headings, rows, items, pictures and paragraphs: what was added to one is missing in the other."""
    english, chinese = pieces(said(guide)), pieces(said(CHINESE / guide.name))
    first = next((pair for pair in zip(english, chinese, strict=False) if pair[0][0] != pair[1][0]), None)
    assert first is None
    assert len(english) == len(chinese)
    assert [(e, c) for e, c in zip(english, chinese, strict=True) if codes(e) != codes(c)] == []


@each_guide
def test_both_lead_to_each_other_and_on_to_the_same_pages_and_pictures(guide: Path) -> None:
    other = CHINESE / guide.name
    (to_chinese, *english), (to_english, *chinese) = links(guide), links(other)
    assert (to_chinese, to_english) == (other, guide)
    assert [CHINESE / to.name if to.parent == GUIDES else to for to in english] == chinese
    assert READ.match(pieces(said(other))[1][1]), "say whether a native speaker has read it"


@each_guide
def test_the_chinese_one_calls_everything_as_the_chinese_pages_do(guide: Path) -> None:
    shown = in_chinese()
    pairs = zip(pieces(said(guide)), pieces(said(CHINESE / guide.name)), strict=False)
    assert [wrong for english, chinese in pairs for wrong in misnamed(english, chinese, shown)] == []


@each_guide
def test_the_chinese_one_is_written_as_chinese_is(guide: Path) -> None:
    assert list(slips(said(CHINESE / guide.name))) == []


def test_the_guards_bite() -> None:
    text = "# A\n\nSay *Give our\npart*, not **this**.\n- one\n  goes on\n![x](y.png)\n\n| a | b |\n| 1 | 2 |\n"
    assert [kind for kind, _words in pieces(text)] == ["heading", "paragraph", "item", "picture", "row", "row"]
    assert pieces(text)[2] == ("item", "- one goes on")
    assert list(called("**Not** this, but *Give our\npart* and *The town → Limits*, `a*b*c`.")) == [
        "Give our part",
        "The town",
        "Limits",
    ]
    assert "standing in" in names()
    assert "standin" not in names()
    words = {"Send": {"提交"}, "Who looked?": {"谁看过？"}}
    shown = Shown(words, {plain(name): chinese for name, chinese in words.items()})
    english = ("paragraph", "Press *send*; **Who looked?** says who. To “send” is no name, and *Walk* no button.")
    assert list(misnamed(english, ("paragraph", "按“提交”；**谁看过**？"), shown)) == []
    assert list(misnamed(english, ("paragraph", "按提交；**谁看**？"), shown)) == [
        "Who looked?: 谁看过？",
        "send: 提交",
    ]
    assert list(misnamed(("row", "| Send | no |"), ("row", "| 提交 | 否 |"), shown)) == []
    assert list(slips("按**提交。**再看")) == ["stars would show: 提交。"]
    assert list(slips("按**“提交”**再看")) == ["stars would show: “提交”"]
    assert list(slips("一行，\n又一行, 再**一行**。")) != []
    assert list(slips("按**提交**，再看`a, b`。")) == []
