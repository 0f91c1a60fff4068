"""The papers after an agreement, or at the end: follow-up, closing report, and what a court needs."""

from yimen.kernel.clock import day_of
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.endings import Ending, Route, routes_of, told
from yimen.mediation.papers import words
from yimen.mediation.papers.file import File
from yimen.mediation.papers.opening import result_of
from yimen.mediation.papers.rules import Given
from yimen.mediation.papers.sayings import Tongue, head, paper, sides, to_sign
from yimen.mediation.rooms.rules import Said
from yimen.mediation.rules import Kind
from yimen.mediation.words import KEPT, ROUTES
from yimen.papers.rules import Paper, Part, Signing, Table


def follow_up(file: File, of: Given, tongue: Tongue) -> Paper:
    """What has become of each undertaking; what was not asked yet is left to be filled in (人民调解法 art. 31)."""
    parts = (kept(file, tongue),) if file.written else ()
    signs = (Signing(tongue.said(words.MEDIATOR), (), tongue.said(words.SIGN_HERE)),)
    return paper(file, of, tongue, words.TITLES[of.sheet], parts=parts, signs=signs)


def kept(file: File, tongue: Tongue) -> Part:
    """The undertakings with what was found on which day."""
    said, written = tongue.said, file.written
    heads = tuple(said(each) for each in (words.NO, words.WHO, words.WHAT, words.BY, words.KEPT, words.ASKED_ON))
    rows = []
    for one in written.undertakings if written else []:
        promise = written.text.promises[one.place] if written else None
        found = said(KEPT[Kept(one.kept)]) if one.kept else said(words.NOT_YET)
        asked = tongue.day(one.followed_on) if one.followed_on else ("",)
        what = promise.what if promise else ""
        rows.append(((str(one.place + 1),), (file.name(one.side),), (what,), tongue.day(one.due_on), found, asked))
    return Part(said(words.PROMISES), (), Table(heads, tuple(rows), (6, 14, 26, 22, 14, 22)))


def closing(file: File, of: Given, tongue: Tongue) -> Paper:
    """How it ended, as both sides were told, what all accept as so, and the other roads (人民调解法 art. 26)."""
    mediation, said = file.reader.mediation, tongue.said
    more = [(said(words.BEGAN), tongue.day(day_of(mediation.at)))]
    if mediation.agreed_on:
        more.append((said(words.AGREED_ON), tongue.day(mediation.agreed_on)))
    if mediation.ended_at:
        more.append((said(words.ENDED_ON), tongue.day(day_of(mediation.ended_at))))
    more.append((said(words.RESULT), said(result_of(file))))
    parts = [kept(file, tongue)] if mediation.agreed_on and file.written and file.written.undertakings else []
    if facts := [one.words for one in file.words if one.said is Said.FACTS]:
        parts.append(Part(said(words.ACCEPTED), ("\n".join(facts),)))
    routes = [ROUTES[Route(route)] for route in routes_of(Kind(mediation.kind), told(Ending(mediation.ending)))]
    parts.append(Part(said(words.ROUTES), tongue.joined(routes)))
    signs = (Signing(said(words.MEDIATOR), (), said(words.SIGN_HERE)),)
    return paper(
        file, of, tongue, words.TITLES[of.sheet],
        rows=head(file, tongue, *more), parts=tuple(parts), signs=signs, seal=said(words.SEAL),
    )  # fmt: skip


def confirmation(file: File, of: Given, tongue: Tongue) -> Paper:
    """What both sides ask the court together (人民调解法 art. 33). What else it asks, they write by hand."""
    said, mediation = tongue.said, file.reader.mediation
    day = tongue.day(mediation.agreed_on) if mediation.agreed_on else ("",)
    asked = said(words.ASK_TEXT, number=(file.number,), day=day)
    reasons = said(words.REASONS_TEXT, committee=tongue.names(file.committee))
    rows = (*sides(file, tongue), (said(words.TO_COURT), (words.COURT_LINE,)))
    return paper(
        file, of, tongue, words.TITLES[of.sheet],
        rows=rows,
        parts=(
            Part(said(words.ASK), asked),
            Part(said(words.REASONS), reasons),
            Part(said(words.ATTACHED), said(words.ATTACHED_TEXT)),
        ),
        signs=to_sign(file, tongue, mediator=False),
        notes=(said(words.BY_HAND),),
    )  # fmt: skip


def proof(file: File, of: Given, tongue: Tongue) -> Paper:
    """The committee says that it has mediated: when, under which number, and that the sides agreed freely."""
    said, mediation = tongue.said, file.reader.mediation
    agreed = tongue.day(mediation.agreed_on) if mediation.agreed_on else ("",)
    text = said(
        words.PROOF_TEXT, committee=tongue.names(file.committee), number=(file.number,),
        began=tongue.day(day_of(mediation.at)), agreed=agreed,
    )  # fmt: skip
    return paper(file, of, tongue, words.TITLES[of.sheet], parts=(Part((), text),), seal=said(words.SEAL))
