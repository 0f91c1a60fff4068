"""What an agreement needs, when it is in force, and what a court could not confirm. Pure: no Django, no clock."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.endings import Ending


class Drafted(StrEnum):
    """What has become of a text."""

    DRAFT = "draft"
    FIXED = "fixed"  # it is being signed, and can't be changed
    IN_FORCE = "in_force"
    REPLACED = "replaced"


class How(StrEnum):
    """How somebody signed."""

    SCREEN = "screen"
    PAPER = "paper"
    SEAL = "seal"


class Kept(StrEnum):
    """What has become of an undertaking."""

    PERFORMED = "performed"
    PARTLY = "partly"
    NOT = "not"


MEDIATOR, COMMITTEE = "mediator", "committee"
LONGEST_PART = 4_000
MOST_UNDERTAKINGS = 20
#: So long after it is in force the sides may ask a court together to confirm it (人民调解法 art. 33).
CONFIRM_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Promise:
    """One undertaking: which side does what, how, by when, and what follows if not."""

    side: int
    what: str
    by_on: date
    how: str = ""
    if_not: str = ""


@dataclass(frozen=True)
class Text:
    """An agreement in the sides' own words (art. 29)."""

    facts: str  # the main facts and what was disputed
    terms: str  # what they agree, and who answers for what
    promises: tuple[Promise, ...] = ()

    def exact(self) -> str:
        """The text to the letter, the same for the same content: what is hashed and what is signed."""
        plain = asdict(self) | {"promises": [asdict(p) | {"by_on": p.by_on.isoformat()} for p in self.promises]}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(exact: str) -> Text:
    """The agreement that was written down so."""
    plain = json.loads(exact)
    promises = tuple(Promise(**p | {"by_on": date.fromisoformat(p["by_on"])}) for p in plain["promises"])
    return Text(plain["facts"], plain["terms"], promises)


def digest_of(exact: str) -> str:
    """The hash of the exact text, as signers see it: SHA-256, 64 signs."""
    return sha256(exact.encode()).hexdigest()


PARTS_MISSING = gettext_noop("An agreement needs the main facts, what is agreed, and who does what by which day.")
NO_SUCH_SIDE = gettext_noop("An undertaking names one of the sides, and a day that is still to come.")
TOO_MANY = gettext_noop("An agreement has %(most)s undertakings at most.")


def is_whole(text: Text, sides: Collection[int], on: date) -> Verdict:
    """Has the text what the law asks of it? It may promise nothing; what it promises has a side and a day."""
    if not (text.facts.strip() and text.terms.strip()) or any(not p.what.strip() for p in text.promises):
        return Verdict(PARTS_MISSING)
    if len(text.promises) > MOST_UNDERTAKINGS:
        return Verdict(TOO_MANY, {"most": MOST_UNDERTAKINGS})
    if any(p.side not in sides or p.by_on < on for p in text.promises):
        return Verdict(NO_SUCH_SIDE)
    return YES


def needed_from(sides: Iterable[int]) -> frozenset[str]:
    """Whose signatures an agreement needs: every side, the mediator, and the committee's seal (art. 29)."""
    return frozenset({*(f"side-{side}" for side in sides), MEDIATOR, COMMITTEE})


def is_in_force(sides: Iterable[int], signed: Collection[str]) -> bool:
    """Is it in force? Only when nobody is missing."""
    return needed_from(sides) <= set(signed)


NOT_THIS_TEXT = gettext_noop("The text has changed since you read it. Please read it again before you sign.")
SIGNED = gettext_noop("This has been signed already.")
SEAL_LAST = gettext_noop("The committee seals it when all sides and the mediator have signed.")


def may_sign(who: str, signed: Collection[str], *, seen: str, digest: str, sides: Iterable[int] = ()) -> Verdict:
    """May somebody sign: once, exactly the text they have read; the seal comes last."""
    if who in signed:
        return Verdict(SIGNED)
    if who == COMMITTEE:
        return YES if needed_from(sides) - {COMMITTEE} <= set(signed) else Verdict(SEAL_LAST)
    return YES if seen == digest else Verdict(NOT_THIS_TEXT)


class Unconfirmable(StrEnum):
    """What no court confirms, though the sides may agree on it."""

    STATUS = "status"  # marriage, parentage, adoption
    TITLE = "title"  # whose a house or land is
    IDEAS = "ideas"  # whose an invention or a mark is


#: Words that hint at such a clause. A hint for the mediator, who decides; a draft, unchecked by a lawyer
#: (民事诉讼法司法解释 on confirmation: no status, no title to things, no title to intellectual property).
_HINTS: Mapping[Unconfirmable, tuple[str, ...]] = {
    Unconfirmable.STATUS: (
        "离婚", "结婚", "婚姻关系", "亲子关系", "收养", "抚养关系", "divorce", "marriage", "parentage", "adoption",
    ),
    Unconfirmable.TITLE: (
        "所有权", "产权", "物权", "使用权归", "宅基地归", "ownership", "belongs to", "title to",
    ),
    Unconfirmable.IDEAS: ("专利权", "商标权", "著作权", "知识产权", "patent", "trade mark", "trademark", "copyright"),
}  # fmt: skip


def unconfirmable(text: Text) -> list[Unconfirmable]:
    """Clauses of which the mediator is warned that no court confirms them."""
    said = " ".join((text.terms, *(p.what for p in text.promises))).casefold()
    return [about for about, words in _HINTS.items() if any(word in said for word in words)]


def ending_of(kept: Collection[str]) -> Ending:
    """How an agreement ended, by what became of each undertaking."""
    if all(one == Kept.PERFORMED for one in kept):
        return Ending.PERFORMED
    return Ending.NOT_PERFORMED if all(one == Kept.NOT for one in kept) else Ending.PARTLY


NOT_FOLLOWED = gettext_noop("Please note first what has become of each undertaking.")


def may_finish(kept: Collection[str]) -> Verdict:
    """It is finished when somebody has looked after every undertaking."""
    return YES if all(kept) else Verdict(NOT_FOLLOWED)
