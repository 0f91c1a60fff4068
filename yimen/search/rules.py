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
_FEW = 7  # digits: fewer are a house, a bus, a sum of money


def folded(text: str) -> str:
    """One form of all that means the same: full width and half, large and small letters, with accents or without."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_DIGITS)
    if plain.isascii():
        return plain
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", plain)))


def without_persons(plain: str) -> str:
    """A folded text without numbers and addresses that lead to a person, and without receipts; blanks in their place.

    Search finds matters: what a resident wrote of these is for the office that opens the case.
    """
    if "@" in plain:
        plain = _MAIL.sub(_blank, plain)
    plain = _RECEIPT.sub(_blank_receipt, plain)
    plain = _NUMBER.sub(_blank_number, plain)
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
    """The same atoms, and these names nowhere among them."""
    for name in names:
        row = _without(row, ATOM.findall(folded(name)))
    return row


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
