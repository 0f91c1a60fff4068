"""A receipt said aloud so that no letter is misheard: each sign with a word that begins like it. Pure.

English has the alphabet of the International Civil Aviation Organization. Chinese has places whose names in pinyin
begin with the letter (and 胜利, victory, for V, with which no pinyin begins), as operators spell. Tibetan says the
digits; for Latin letters we know no established words, so they stand alone.
"""

from collections.abc import Iterator

_ENGLISH = dict(
    zip(
        "23456789ABCDEFGHJKMNPQRSTVWXYZ",
        "two three four five six seven eight nine Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo Mike"
        " November Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu".split(),
        strict=True,
    )
)
_CHINESE = dict(
    zip(
        "23456789ABCDEFGHJKMNPQRSTVWXYZ",
        "二 三 四 五 六 七 八 九 安徽 北京 成都 大连 恩施 福州 广州 杭州 济南 昆明 绵阳 南京 浦东 青岛 日照 上海 天津"
        " 胜利 武汉 西安 银川 郑州".split(),
        strict=True,
    )
)
_TIBETAN = dict(zip("23456789", "གཉིས གསུམ བཞི ལྔ དྲུག བདུན བརྒྱད དགུ".split(), strict=True))
_SAID = {"en": _ENGLISH, "zh-hans": _CHINESE, "bo": _TIBETAN}
GROUP = 5


def said_in(language: str, sign: str) -> str:
    """The word for one sign; empty where a language has none."""
    return _SAID.get(language, _ENGLISH).get(sign, "")


def read_out(code: str, language: str) -> list[list[tuple[str, str]]]:
    """The groups of a receipt, each a list of its signs and their words."""
    signs = [(sign, said_in(language, sign)) for sign in code]
    return [list(group) for group in _in_groups(signs)]


def _in_groups(signs: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    for start in range(0, len(signs), GROUP):
        yield signs[start : start + GROUP]
