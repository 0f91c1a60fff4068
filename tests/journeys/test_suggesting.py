"""What the browser compares while somebody writes is what the server compares: the same words of the same text."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from yimen.knowledge.finding import parts_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.journey
SCRIPT = Path(__file__).parents[2] / "frontend" / "js" / "suggest.js"
TEXTS = (
    "The lamps are dark — since Friday, 3 days!",
    "Café naïve ＡＢＣ１２ ﬁle",
    "小学门口的路灯三天不亮了，晚上很黑。",
    "灯",
    "医保卡（新农合）怎么办？2026年",
    "ལམ་སྒྲོན་དེ་ཉིན་གསུམ་འོད་མི་འདུག",
    "ང་ལ་ ID གཅིག་དགོས། 路灯 lamp",
    "a_b c-d e.f user@town.cn",
    "  \n\t ",
    "ISTANBUL İstanbul Ünterführung",
    "١٢٣ ༡༢༣ ①②",
    "👍 lamp👍灯",
)


def test_both_take_a_text_apart_into_the_same_words(browser: "Browser") -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    taking_apart = source[source.index("  const PARTS") : source.index("  let known")]
    page = browser.new_page()
    found = page.evaluate(f"(texts) => {{ {taking_apart} return texts.map((text) => [...partsOf(text)]); }}", [*TEXTS])
    page.close()
    assert [set(words) for words in found] == [set(parts_of(text)) for text in TEXTS]
