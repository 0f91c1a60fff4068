"""The few text messages that ask something of the program: where a case stands, no more texts, texts again.

Pure: no Django, no clock. The answer is in the language of the word.
"""

import re
import unicodedata

from yimen.intake.reading import Ask, Asking
from yimen.kernel.receipts import read

#: The word, as people write it, and its language. The Tibetan is a draft.
_WORDS: dict[str, tuple[Asking, str]] = {
    "status": (Asking.STANDING, "en"), "查询": (Asking.STANDING, "zh-hans"), "状态": (Asking.STANDING, "zh-hans"),
    "进度": (Asking.STANDING, "zh-hans"), "查": (Asking.STANDING, "zh-hans"), "གནས་ཚུལ": (Asking.STANDING, "bo"),
    "stop": (Asking.STOP, "en"), "unsubscribe": (Asking.STOP, "en"), "退订": (Asking.STOP, "zh-hans"),
    "停止": (Asking.STOP, "zh-hans"), "td": (Asking.STOP, "zh-hans"), "མཚམས་འཇོག": (Asking.STOP, "bo"),
    "start": (Asking.START, "en"), "恢复": (Asking.START, "zh-hans"), "开始": (Asking.START, "zh-hans"),
    "འགོ་འཛུགས": (Asking.START, "bo"),
}  # fmt: skip
_FRAMED = re.compile(r"[\s“”\"'「」『』《》【】!！?？.。,，:：;；།་]+")
_LONGEST = 60  # characters: a word and a receipt, generously spaced


def asked_in(text: str, language: str) -> Ask | None:
    """What it asks; nothing where it says something. ``language`` is that of a receipt that stands there alone."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > _LONGEST:
        return None
    if read(plain):
        return Ask(Asking.STANDING, language, plain)
    whole = _bare(plain)
    for word, (what, spoken) in _WORDS.items():
        if whole == _bare(word):  # also "status" without a receipt: the answer says what is missing
            return Ask(what, spoken)
        rest = plain[len(word) :] if plain.casefold().startswith(word) else ""
        if what is Asking.STANDING and (code := read(_bare(rest).upper())):
            return Ask(what, spoken, code)
        if what is Asking.STANDING and rest and _is_a_try(rest):
            return Ask(what, spoken)
    return None


def _bare(text: str) -> str:
    return _FRAMED.sub("", text).casefold()


def _is_a_try(rest: str) -> bool:
    """Does something stand there that was meant as a receipt?"""
    bare = re.sub(r"[\W_]", "", rest)
    return bool(re.fullmatch(r"[0-9A-Za-z]{12,18}", bare)) and any(c.isdigit() for c in bare)
