"""How a text is read for searching. Pure: no Django, no clock.

A text is a row of *atoms*: one Chinese character, one Tibetan syllable, one word or number of any other writing,
whatever stands between them. What is asked for is one or more *phrases*, each a row of atoms too. A phrase is found
where its atoms stand one after the other; a case is found when all phrases are.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from yimen.kernel import receipts

Phrase = tuple[str, ...]

LONGEST_ASKED = 200  # characters
MOST_ATOMS = 60

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_BOD = "\u0f00\u0f18\u0f19\u0f35\u0f37\u0f39\u0f40-\u0f6c\u0f71-\u0f84\u0f86-\u0fbc"
ATOM = re.compile(rf"[0-9]+|[{_HAN}]|[{_BOD}]+|[^\W\d_{_HAN}{_BOD}]+")
_SIGN = re.compile(rf"[{_HAN}{_BOD}]")
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
CLUSTER = re.compile("(?s:.)[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*")
_DIGITS = {first + n: str(n) for first in (0x0F20, 0x0660, 0x06F0, 0x0966) for n in range(10)}
_JOINS = "\u0f0b"  # the dot between the syllables of one Tibetan word
_QUOTED = re.compile('["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]?')
_BETWEEN = "\x1f"  # in no text: what cannot be typed is taken out of it

# What leads to a person, or opens a case. Digits that belong together count together, however they are grouped.
_MAIL = re.compile(r"[^\s@,;:!?<>()，；：。、！？（）]{1,64}\s?@\s?[^\s@,;:!?<>()，；：。、！？（）]{1,255}")
_NUMBER = re.compile(r"\d(?:[\s\-–—.·()/+]{0,2}\d){6,}x?")
_SPELT = re.compile(r"[零〇○一二三四五六七八九幺两](?:[\s\-–—]?[零〇○一二三四五六七八九幺两]){6,}")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)")
_RECEIPT = re.compile(r"(?<![0-9a-z])[2-9a-z]{5}[\s\-–—]?[2-9a-z]{5}[\s\-–—]?[2-9a-z]{5}(?![0-9a-z])")
# A home: a room, after a building or alone. Not a building, an entrance or a street, for those are places.
_SO_MANY = "[0-9零〇一二三四五六七八九十百]{1,5}"
# No home stands in more than six of them; without an end, a text of nothing else would be read as often as it is long.
_HOUSES = rf"(?:{_SO_MANY}\s?(?:号楼|号院|号|栋|幢|座|单元|楼|层)[\s,，、\-]*){{1,6}}"
_HOME = re.compile(
    rf"(?:{_HOUSES})?[0-9]{{2,4}}室|{_HOUSES}{_SO_MANY}(?:室|户)"
    rf"|{_HOUSES}(?<![0-9])[0-9]{{3,4}}(?![0-9]|\s?(?:[元块米年月日天人次度瓦个多]|平方|公里|[a-z]))"
    r"|(?<![0-9\-])[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?![0-9\-])"
    r"|\b(?:flat|apartment|apt|house (?:no|number))\.?\s?(?:no\.?\s?)?[0-9]{1,5}[a-z]?\b"
    "|ཁང་མིག་(?:ཨང་)?\\s?[0-9]{1,5}"
)
# Whom somebody speaks of by surname: the hundred most common ones, in both scripts, before what one says to residents.
# (A teacher, a doctor, a director is somebody in their work, and part of a matter.)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭蔣葉蘇呂盧鐘鍾譚陸範賈韋鄒龍賀顧龔萬錢嚴湯"
)
_SAID_TO = tuple("先生 女士 小姐 同志 大爷 大爺 大妈 大媽 大娘 阿姨 叔叔 大哥 大姐 奶奶 爷爷 爺爺 mr ms.".split())
_SPOKEN_OF = re.compile(
    rf"(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[{_SURNAMES}])(?:{'|'.join(_SAID_TO[:-2])})"
    r"|\b(?:mrs?\b\.?|ms\.)\s?[^\W\d_]{2,}"
)
_DIGIT = re.compile("[0-9]")
_FEW = 7  # digits: fewer are a house, a bus, a sum of money


def folded(text: str) -> str:
    """One form of all that means the same: full width and half, large and small letters, with accents or without."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_DIGITS)
    if plain.isascii():
        return plain
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", plain)))


def without_persons(plain: str) -> str:
    """A folded text without what leads to a person (numbers, homes, addresses, a surname), and without receipts.

    Blanks stand instead.

    Search finds matters: what a resident wrote of these is for the office that opens the case.
    """
    if "@" in plain:
        plain = _MAIL.sub(_blank, plain)
    plain = _RECEIPT.sub(_blank_receipt, plain)
    plain = _NUMBER.sub(_blank_number, plain)
    if "室" in plain or "户" in plain or _DIGIT.search(plain):
        plain = _HOME.sub(_blank, plain)
    if any(said in plain for said in _SAID_TO):
        plain = _SPOKEN_OF.sub(_blank, plain)
    return _SPELT.sub(_blank, plain)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_receipt(found: re.Match[str]) -> str:
    return _blank(found) if receipts.read(found[0]) and any(c.isdigit() for c in found[0]) else found[0]


def _blank_number(found: re.Match[str]) -> str:
    """A day is written with digits too."""
    rest = _DAY.sub("", found[0])
    return _blank(found) if sum(c.isdigit() for c in rest) >= _FEW else found[0]


def atoms(text: str, names: Iterable[str] = ()) -> list[str]:
    """The atoms of a text, without what leads to a person; ``names`` are taken out wherever they stand."""
    return without_names(ATOM.findall(without_persons(folded(text))), names)


def without_names(row: list[str], names: Iterable[str]) -> list[str]:
    """The same atoms, and these names nowhere among them, neither whole nor in the parts by which people are called."""
    for name in names:
        called = ATOM.findall(folded(name))
        words, pairs = _called_by(called)
        row = _without(row, called)
        row = _without_pairs(["" if atom in words else atom for atom in row], pairs)
    return row


#: What is said to a person and is not their name.
_TITLES = frozenset("先生 女士 小姐 同志 老师 师傅 大爷 大妈 阿姨 叔叔 大哥 大姐 医生 主任 书记 经理 老板".split())
_HONOURS = frozenset({"ལགས", "སྐུ", "རྒན"})


def _called_by(name: list[str]) -> tuple[set[str], set[tuple[str, str]]]:
    """What somebody may be called by besides the whole name: each word of letters, and two or more signs in a row.

    Signs come as the pairs that stand in the name, which cover every longer part of it. One sign alone is no name:
    王 is a king too, and stands in half of all place names.
    """
    for length in (2, 3):
        if len(name) > length and "".join(name[-length:]) in _TITLES:
            name_alone = name[:-length]
            break
    else:
        name_alone = [atom for atom in name if atom not in _HONOURS]
    words = {atom for atom in name_alone if len(atom) > 1 and not _is_sign(atom)}
    return words, {pair for pair in pairwise(name_alone) if all(map(_is_sign, pair))}


def _is_sign(atom: str) -> bool:
    """A Chinese character or a Tibetan syllable, of which names have several; other writings put a name in a word."""
    return bool(_SIGN.match(atom))


def _without(row: list[str], name: list[str]) -> list[str]:
    """The row without this one; an empty atom stays in its place, so that what stood around it stays apart."""
    if not name or name[0] not in row:
        return row
    at, row = 0, list(row)
    while at <= len(row) - len(name):
        if row[at : at + len(name)] == name:
            row[at : at + len(name)] = [""]
        at += 1
    return row


def _without_pairs(row: list[str], pairs: set[tuple[str, str]]) -> list[str]:
    """The row without these and without what they form together: one empty atom for each stretch."""
    if not pairs:
        return row
    out = {at + step for at, pair in enumerate(pairwise(row)) if pair in pairs for step in (0, 1)}
    return ["" if at in out else atom for at, atom in enumerate(row) if at not in out or at - 1 not in out]


def is_personal(asked: str) -> bool:
    """Is there something in what was asked that leads to a person, or a receipt?"""
    plain = folded(asked)
    return without_persons(plain) != plain


def phrases(asked: str) -> list[Phrase]:
    """What was asked for: what stands in quotation marks is one phrase, and so is what is written without a gap."""
    found: list[Phrase] = []
    last = 0
    for quoted in _QUOTED.finditer(asked):
        found += [*_touching(asked[last : quoted.start()]), tuple(atoms(quoted[1]))]
        last = quoted.end()
    found += _touching(asked[last:])
    return [phrase for phrase in dict.fromkeys(found) if phrase]


def _touching(asked: str) -> Iterator[Phrase]:
    """Atoms between which nothing stands, or only the dot that joins Tibetan syllables, are one phrase."""
    plain = without_persons(folded(asked))
    row: list[str] = []
    last = 0
    for atom in ATOM.finditer(plain):
        if row and plain[last : atom.start()] not in {"", _JOINS}:
            yield tuple(row)
            row = []
        row.append(atom[0])
        last = atom.end()
    yield tuple(row)


def joined(row: Iterable[str]) -> str:
    """A row of atoms as one string, in which :func:`stands_in` looks."""
    return f"{_BETWEEN}{_BETWEEN.join(row)}{_BETWEEN}"


def stands_in(phrase: Phrase, text: str) -> bool:
    """Do these atoms stand one after the other in this text, given as :func:`joined`?"""
    return joined(phrase) in text


def words_of(row: Sequence[str]) -> set[str]:
    """What an index keeps of a text: each atom, and each two that follow one another."""
    pairs = {f"{a}{_BETWEEN}{b}" for a, b in pairwise(row) if a and b}
    return pairs.union(atom for atom in row if atom)


def wanted(phrase: Phrase) -> set[str]:
    """What of an index a text must have that has this phrase: no text with it is without one of these."""
    return words_of(phrase) - set(phrase) if len(phrase) > 1 else set(phrase)
