"""Words that no category may have, because the product promises not to watch and not to sort people. Pure.

They hold for a pack's codes and names, and for what a town makes itself.
"""

import re
from collections.abc import Iterable, Mapping

from yimen.kernel.verdict import YES, Verdict, gettext_noop

#: Promises 1 and 2 of the mission, as the beginnings of words. "public-security" may name another door, as a court may.
BANNED = (
    "ethnic", "nationalit", "race", "racial", "minorit", "religio", "faith", "temple", "monaster", "mosque", "church",
    "politic", "party", "hukou", "household-registration", "idcard", "id-card", "id-number", "identity-card", "face",
    "fingerprint", "biometr", "travel-record", "camera", "patrol", "surveil", "watchlist", "blacklist", "suspect",
    "informer", "informant", "police", "stability", "repeat-petition", "profil", "score", "birth-control",
    "family-planning",
)  # fmt: skip
#: The same in names that people read, where a word like "party" or "face" may mean something harmless.
BANNED_IN_NAMES = (
    "民族", "宗教", "信仰", "寺庙", "寺院", "清真寺", "教堂", "政治面貌", "党员", "户口", "户籍", "籍贯", "身份证",
    "人脸", "指纹", "声纹", "虹膜", "行程轨迹", "巡逻", "监控", "摄像头", "警察", "民警", "公安", "派出所", "举报人",
    "线人", "黑名单", "重点人员", "重复信访", "缠访", "闹访", "维稳", "计划生育",
    "མི་རིགས", "ཆོས་ལུགས", "དགོན་པ", "དད་མོས", "ཉེན་རྟོག", "ཐེམ་ཐོ",
    "ethnic", "nationalit", "racial", "minorit", "religio", "monaster", "mosque", "church", "temple", "political",
    "hukou", "household regist", "identity card", "id card", "fingerprint", "biometr", "surveil", "watchlist",
    "blacklist", "informer", "informant", "police", "repeat petition", "birth control", "family planning",
)  # fmt: skip
_CODE = re.compile(rf"(?:^|[-_.])({'|'.join(BANNED)})", re.IGNORECASE)
_NAME = re.compile("|".join(rf"\b{word}" if word.isascii() else word for word in BANNED_IN_NAMES), re.IGNORECASE)

NOT_IN_A_CODE = gettext_noop("“%(word)s” may not be in a code: no case is about who a person is or watches them.")
NOT_IN_A_NAME = gettext_noop("“%(word)s” may not be in a name: no case is about who a person is or watches them.")


def may_be_a_code(code: str) -> Verdict:
    """No code makes a case about who somebody is, or about watching somebody."""
    found = _CODE.search(code)
    return Verdict(NOT_IN_A_CODE, {"word": found[1]}) if found else YES


def may_be_names(names: Mapping[str, str] | Iterable[str]) -> Verdict:
    """Nor does a name, in any language; the names of other doors may (a police station is one)."""
    said = names.values() if isinstance(names, Mapping) else names
    found = next((hit for name in said if (hit := _NAME.search(name))), None)
    return Verdict(NOT_IN_A_NAME, {"word": found[0]}) if found else YES
