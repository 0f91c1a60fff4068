"""The agreement as a paper: the exact text, who has signed it, and its hash."""

from yimen.kernel.clock import day_of
from yimen.mediation.agreements.rules import COMMITTEE, MEDIATOR, How
from yimen.mediation.papers import words
from yimen.mediation.papers.file import File
from yimen.mediation.papers.rules import Given
from yimen.mediation.papers.sayings import Tongue, head, paper
from yimen.mediation.queries.reading import Written
from yimen.mediation.rooms.rules import own_room
from yimen.papers.rules import Paper, Part, Said, Signing, Table

HOW_SIGNED = {How.SCREEN: words.ON_SCREEN, How.PAPER: words.ON_PAPER, How.SEAL: words.SEALED}
SHORT = 16  # signs of the hash beside each name; the whole one stands at the top


def agreement(file: File, of: Given, tongue: Tongue) -> Paper:
    """One for each side and one for the committee are the same bytes. Printed before all have signed, it says so."""
    written, mediation, said = file.written, file.reader.mediation, tongue.said
    assert written is not None  # noqa: S101 – the rules give no such paper without a text
    in_force = written.agreement.in_force_at
    since = tongue.day(day_of(in_force)) if in_force else said(words.NOT_IN_FORCE)
    rows = head(file, tongue, (said(words.IN_FORCE), since))
    return paper(
        file, of, tongue, words.ORAL if mediation.is_oral else words.TITLES[of.sheet],
        rows=rows,
        parts=(
            Part(said(words.FACTS), (written.text.facts,)),
            Part(said(words.TERMS), (written.text.terms,)),
            *promises(file, written, tongue),
            Part(said(words.HASH), (written.digest,)),
        ),
        signs=_signs(file, written, tongue),
        seal=said(words.SEAL),
    )  # fmt: skip


def promises(file: File, written: Written, tongue: Tongue) -> tuple[Part, ...]:
    """The undertakings as a table; nothing if nothing was promised."""
    said = tongue.said
    heads = tuple(said(each) for each in (words.NO, words.WHO, words.WHAT, words.HOW, words.BY, words.IF_NOT))
    rows = tuple(
        ((str(n),), (file.name(one.side),), (one.what,), (one.how,), tongue.day(one.by_on), (one.if_not,))
        for n, one in enumerate(written.text.promises, 1)
    )
    return (Part(said(words.PROMISES), (), Table(heads, rows, (6, 14, 28, 15, 22, 15))),) if rows else ()


def _signs(file: File, written: Written, tongue: Tongue) -> tuple[Signing, ...]:
    """Everybody whose name is needed: signed, or a line to sign on."""
    sides = [own_room(one.number) for one in file.names]
    return tuple(_sign(file, written, who, tongue) for who in (*sides, MEDIATOR, COMMITTEE))


def _sign(file: File, written: Written, who: str, tongue: Tongue) -> Signing:
    label = _label(file, who, tongue)
    signed = written.signed.get(who)
    if signed is None:
        return Signing(label, (), tongue.said(words.SIGN_HERE))
    how = tongue.said(words.IN_PLACE if signed.in_place else HOW_SIGNED[How(signed.how)])
    mark = "" if who == COMMITTEE else f" · {written.digest[:SHORT]}…"
    small = tuple(f"{how[n % len(how)]} · {at}{mark}" for n, at in enumerate(tongue.moment(signed.at)))
    return Signing(label, (signed.name,) if signed.name else (), small, signed.drawn.svg() if signed.drawn else "")


def _label(file: File, who: str, tongue: Tongue) -> Said:
    if who == MEDIATOR:
        return tongue.said(words.MEDIATOR)
    return tongue.names(file.committee) if who == COMMITTEE else (file.name(int(who.rpartition("-")[2])),)
