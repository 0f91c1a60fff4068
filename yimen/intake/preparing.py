"""What came in, read and made ready: what is to be written of it, and its files cleaned."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError

from yimen.cases.joint.holders import resident_of
from yimen.cases.queries import MISTYPED, UNKNOWN, Case, case_by_receipt, case_of_letter
from yimen.cases.rules import LONGEST_REMARK, LONGEST_WORDS, Channel, State, Way, may_move
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt
from yimen.files.hygiene import Cleaned
from yimen.files.rules import SCANNER_AWAY
from yimen.files.store import DISK_FULL, Placed, take_back
from yimen.intake.channels import INLETS
from yimen.intake.joining import LOOK_AGAIN, NotYet, end_parts, whole_of
from yimen.intake.models import Arrival
from yimen.intake.reading import Ask, Asking, Said
from yimen.intake.rules import MOST_TRIES, Why
from yimen.intake.sifting import sift
from yimen.intake.verbs.answer import answer_text
from yimen.intake.verbs.bounce import bounce_arrival
from yimen.intake.verbs.hold import hold_arrival
from yimen.intake.verbs.take import take_arrival
from yimen.intake.verbs.thread import thread_arrival
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.notifications.queries import letters_meant, subject_of_letter
from yimen.people.rules import Clock
from yimen.privacy.guesses import BY_MAIL
from yimen.privacy.sendings import count_sent, sent_from

log = logging.getLogger(__name__)
CLOCK = Clock()
WHOLE_TEXT = "mail.txt"  # the file that holds what is too long for a case's words


@dataclass(frozen=True)
class Ready:
    """What is to be written of one, once its files are on the disk."""

    write: Callable[[Sequence[Placed]], Receipt | None]
    cleaned: Sequence[Cleaned] = ()
    is_done: bool = True


def ready_to_write(arrival: Arrival, at: datetime) -> Ready:
    """What becomes of it, whatever it is; only the database being away is raised."""
    if arrival.tries > MOST_TRIES:
        return _to_hold(arrival, Why.UNREADABLE, at)
    inlet = INLETS[arrival.channel]
    try:
        said = inlet.read(arrival.content)
    except Exception as error:  # noqa: BLE001 – whatever somebody made it raise, it is kept and a clerk sees it
        log.warning("Arrival %s cannot be read: %s", arrival.pk, type(error).__name__)
        return _to_hold(arrival, Why.UNREADABLE, at)
    arrival.content = b""  # of this object only: several large ones are many
    try:
        return prepared(arrival, said, at)
    except DatabaseError:
        raise
    except Refused as no:
        return after_refusal(arrival, no, at)
    except Exception:
        log.exception("Arrival %s could not be taken; it is tried again", arrival.pk)
        return Ready(lambda _: None, is_done=False)


def _to_hold(arrival: Arrival, why: Why, at: datetime) -> Ready:
    def write(_: Sequence[Placed]) -> None:
        hold_arrival(by=CLOCK, arrival=arrival, why=why, at=at)

    return Ready(write)


def _to_note_returned(arrival: Arrival, letters: Sequence[int], at: datetime) -> Ready:
    def write(_: Sequence[Placed]) -> None:
        if not bounce_arrival(by=CLOCK, arrival=arrival, letters=letters, at=at):
            hold_arrival(by=CLOCK, arrival=arrival, why=Why.AUTOMATIC, at=at)

    return Ready(write)


#: What is no fault of whoever wrote, and will pass: nothing is held, it only waits.
LATER = {
    DISK_FULL: timedelta(minutes=10),
    SCANNER_AWAY: timedelta(minutes=2),
    JUST_CHANGED: timedelta(seconds=5),  # somebody works on the case that it belongs to
}


def after_refusal(arrival: Arrival, no: Refused, at: datetime) -> Ready:
    """A clerk looks, or it is tried again a little later."""

    def try_again(_: Sequence[Placed]) -> None:  # this try does not count
        Arrival.objects.change(arrival, tries=arrival.tries - 1, next_at=at + LATER[no.verdict.reason])

    is_done = no.verdict.reason not in LATER
    return _to_hold(arrival, Why.REFUSED, at) if is_done else Ready(try_again, is_done=False)


def _to_answer(arrival: Arrival, said: Said, ask: Ask, at: datetime) -> Ready:
    def write(_: Sequence[Placed]) -> None:  # to stop must always be possible
        if ask.what is Asking.STANDING and said.sender and _is_too_much(arrival, said, at):
            return
        answer_text(by=CLOCK, arrival=arrival, ask=ask, number=said.number, at=at)

    return Ready(write)


def _to_join(arrival: Arrival, said: Said, at: datetime) -> Ready:
    """A part of a long text message: with its other parts it is one, which ends them all; without, it waits."""
    try:
        whole, parts = whole_of(arrival, said, at)
    except NotYet:
        later = {"tries": arrival.tries - 1, "next_at": at + LOOK_AGAIN}  # this try does not count
        return Ready(lambda _: Arrival.objects.change(arrival, **later), is_done=False)
    ready = prepared(arrival, whole, at)

    def write(placed: Sequence[Placed]) -> Receipt | None:
        end_parts(parts)
        return ready.write(placed)

    return Ready(write, ready.cleaned, ready.is_done)


def prepared(arrival: Arrival, said: Said, at: datetime) -> Ready:
    """Which case it belongs to, and its files cleaned; or that it is none."""
    if said.part:
        return _to_join(arrival, said, at)
    if returned := letters_meant(said.returned):
        return _to_note_returned(arrival, returned, at)
    if why := why_held(said, needs_address=INLETS[arrival.channel].needs_address):
        return _to_hold(arrival, why, at)
    if said.ask:
        return _to_answer(arrival, said, said.ask, at)
    case = case_meant(said, at)
    if case and not (may_move(State(case.state), "reply") or may_move(State(case.state), "add")):
        return _to_hold(arrival, Why.ENDED, at)
    words, files = fitting(said.fresh or said.title, said, LONGEST_REMARK) if case else fitting(said.words, said)
    cleaned, left_out = sift(files)

    def write(placed: Sequence[Placed]) -> Receipt | None:
        if said.sender and _is_too_much(arrival, said, at):
            take_back(placed)
            return None
        if case:
            what = (words, placed, left_out)
            thread_arrival(by=resident_of(case), arrival=arrival, case=case, said=what, at=at)
            return None
        sent = replace(submission_of(arrival, replace(said, words=words)), files=tuple(placed))
        return take_arrival(by=CLOCK, arrival=arrival, sent=sent, left_out=left_out, at=at)

    return Ready(write, cleaned)


def _is_too_much(arrival: Arrival, said: Said, at: datetime) -> bool:
    """Of very many from one address the first one over it is told; two programs would go on for ever."""
    sender = f"{BY_MAIL}{said.sender}"
    most = settings.YIMEN_MAILS_AN_HOUR
    before = sent_from(sender, at)
    count_sent(sender, at)
    if before >= most:
        told = said if before == most and said.address else None
        hold_arrival(by=CLOCK, arrival=arrival, why=Why.TOO_MANY, told=told, at=at)
    return before >= most


def why_held(said: Said, *, needs_address: bool) -> Why | None:
    """Why a clerk has to look at it before anything else; nothing if the town can go on by itself."""
    if said.is_automatic:
        return Why.AUTOMATIC
    if said.is_empty:
        return Why.EMPTY
    if said.is_spoken:
        return Why.SPOKEN
    return Why.NO_ADDRESS if needs_address and not said.address else None


def case_meant(said: Said, at: datetime) -> Case | None:
    """The case that a receipt in it opens, else the one that our letter was about which it answers.

    Nothing else leads to a case: no address, no name, no likeness.
    """
    for code in said.receipts:
        try:
            return case_by_receipt(code, address=f"{BY_MAIL}{said.sender}", at=at)
        except Refused as no:
            if no.verdict.reason not in {UNKNOWN, MISTYPED}:
                raise
    return case_of_letter(subject_of_letter(said.letters))


def submission_of(arrival: Arrival, said: Said) -> Submission:
    """The case that it is, to be told to whoever wrote it by the way they wrote."""
    way = Way.EMAIL if said.address else Way.SMS if said.number else Way.HERE
    return Submission(
        nonce=new_nonce(),
        words=said.words or said.title or said.files[0][0],
        language=said.language,
        channel=Channel.PHONE if said.is_spoken else INLETS[arrival.channel].counts_as,
        tell=way,
        email=said.address,
        phone=said.number,
        answers_mail=way is not Way.HERE,
        mail_id=said.own_id,
    )


def fitting(words: str, said: Said, longest: int = LONGEST_WORDS) -> tuple[str, Sequence[tuple[str, bytes]]]:
    """Words that fit, and all of them as a file where they don't."""
    if len(words) <= longest:
        return words, said.files
    return f"{words[: longest - 1]}…", [(WHOLE_TEXT, words.encode("utf-8", "replace")), *said.files]
