"""What waits becomes a case, or stands with one, or is held for a clerk: exactly once, whenever the machine is stopped.

Each row is claimed by a conditional update before it is looked at. If its worker dies, another one tries again when the
claim has run out; whatever kills three of them in a row is held for a clerk, and keeps nothing behind it waiting.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, transaction

from yimen.cases.joint.holders import resident_of
from yimen.cases.queries import MISTYPED, UNKNOWN, Case, case_by_receipt, case_of_letter
from yimen.cases.rules import LONGEST_REMARK, LONGEST_WORDS, Channel, State, Way, may_move
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt
from yimen.files.rules import SCANNER_AWAY
from yimen.files.store import DISK_FULL
from yimen.intake.channels import INLETS
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.reading import Asking, Said
from yimen.intake.rules import LEASE, MOST_TRIES, Stage, Why
from yimen.intake.sifting import on_the_disk, sift
from yimen.intake.verbs.answer import answer_text
from yimen.intake.verbs.hold import hold_arrival
from yimen.intake.verbs.receive import receive_arrival
from yimen.intake.verbs.take import take_arrival
from yimen.intake.verbs.thread import thread_arrival
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.notifications.queries import subject_of_letter
from yimen.people.rules import Clock
from yimen.privacy.guesses import BY_MAIL
from yimen.privacy.sendings import count_sent, sent_from

log = logging.getLogger(__name__)
CLOCK = Clock()
WHOLE_TEXT = "mail.txt"  # the file that holds what is too long for a case's words


def take_waiting(at: datetime, most: int = 20) -> int:
    """Take what is due, at most so many; several workers may do this at once. When idle, one statement."""
    due = (
        Arrival.objects.filter(next_at__lte=at).order_by("next_at", "id").defer("content")
    )  # twenty large ones are many
    return sum(_taken(arrival, at).is_done for arrival in due[:most] if _claimed(arrival, at))


def take_now(channel: str, content: bytes, at: datetime) -> Receipt | None:
    """For whoever waits for an answer: write it down, and take it at once. Nothing if it is no new case.

    If the machine stops in between, the worker takes it.
    """
    arrival = receive_arrival(by=NEWCOMER, channel=channel, content=content, at=at)
    return _taken(arrival, at).receipt if arrival and _claimed(arrival, at) else None


@dataclass(frozen=True)
class Taken:
    """What came of one."""

    receipt: Receipt | None = None  # of a new case
    is_done: bool = True  # False: it is tried again later


def _claimed(arrival: Arrival, at: datetime) -> bool:
    """Is it ours now? Written down before it is looked at: it may be what kills whoever looks."""
    waiting = Arrival.objects.filter(pk=arrival.pk, stage=Stage.WAITING.value, version=arrival.version)
    tries = arrival.tries + 1
    if not waiting.update(tries=tries, next_at=at + LEASE, version=arrival.version + 1):
        return False
    arrival.tries, arrival.version = tries, arrival.version + 1
    return True


def _taken(arrival: Arrival, at: datetime) -> Taken:
    if arrival.tries > MOST_TRIES:
        hold_arrival(by=CLOCK, arrival=arrival, why=Why.UNREADABLE, at=at)
        return Taken()
    try:
        said = INLETS[arrival.channel].read(arrival.content)
    except Exception as error:  # noqa: BLE001 – whatever somebody made it raise, it is kept and a clerk sees it
        log.warning("Arrival %s cannot be read: %s", arrival.pk, type(error).__name__)
        hold_arrival(by=CLOCK, arrival=arrival, why=Why.UNREADABLE, at=at)
        return Taken()
    mine = arrival.version
    try:
        return Taken(_take(arrival, said, at))
    except DatabaseError:
        raise  # the worker pauses; this one is tried again when its claim has run out
    except Refused as no:
        arrival.refresh_from_db()  # what was begun is undone
        return _refused(arrival, no, at) if arrival.version == mine else Taken()  # else another one has it now
    except Exception:
        log.exception("Arrival %s could not be taken; it is tried again", arrival.pk)
        return Taken(is_done=False)


#: What is no fault of whoever wrote, and will pass: nothing is held, it only waits.
LATER = {
    DISK_FULL: timedelta(minutes=10),
    SCANNER_AWAY: timedelta(minutes=2),
    JUST_CHANGED: timedelta(seconds=5),  # somebody works on the case that it belongs to
}


def _refused(arrival: Arrival, no: Refused, at: datetime) -> Taken:
    if no.verdict.reason in LATER:
        _try_again(arrival, at + LATER[no.verdict.reason])
        return Taken(is_done=False)
    hold_arrival(by=CLOCK, arrival=arrival, why=Why.REFUSED, at=at)
    return Taken()


def _try_again(arrival: Arrival, at: datetime) -> None:
    """This try does not count."""
    Arrival.objects.change(arrival, tries=arrival.tries - 1, next_at=at)


def _take(arrival: Arrival, said: Said, at: datetime) -> Receipt | None:
    if why := why_held(said, needs_address=INLETS[arrival.channel].needs_address):
        hold_arrival(by=CLOCK, arrival=arrival, why=why, at=at)
        return None
    if said.ask and said.ask.what is not Asking.STANDING:  # to stop must always be possible
        answer_text(by=CLOCK, arrival=arrival, ask=said.ask, number=said.number, at=at)
        return None
    if said.sender and _is_too_much(arrival, said, at):
        return None
    if said.ask:
        answer_text(by=CLOCK, arrival=arrival, ask=said.ask, number=said.number, at=at)
        return None
    case = case_meant(said, at)
    if case is None:
        return new_case(arrival, said, at)
    if may_move(State(case.state), "reply") or may_move(State(case.state), "add"):
        to_case(arrival, said, case, at)
    else:
        hold_arrival(by=CLOCK, arrival=arrival, why=Why.ENDED, at=at)
    return None


def why_held(said: Said, *, needs_address: bool) -> Why | None:
    """Why a clerk has to look at it before anything else; nothing if the town can go on by itself."""
    if said.is_automatic:
        return Why.AUTOMATIC
    if said.is_empty:
        return Why.EMPTY
    if said.is_spoken:
        return Why.SPOKEN
    return Why.NO_ADDRESS if needs_address and not said.address else None


def _is_too_much(arrival: Arrival, said: Said, at: datetime) -> bool:
    """Of very many from one address the first one over it is told; two programs would go on for ever."""
    sender = f"{BY_MAIL}{said.sender}"
    most = settings.YIMEN_MAILS_AN_HOUR
    with transaction.atomic():  # one wait for the disk
        before = sent_from(sender, at)
        count_sent(sender, at)
    if before >= most:
        told = said if before == most and said.address else None
        hold_arrival(by=CLOCK, arrival=arrival, why=Why.TOO_MANY, told=told, at=at)
    return before >= most


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


def new_case(arrival: Arrival, said: Said, at: datetime) -> Receipt:
    """Nobody has said what it is about: the clerk at the one door finds the category."""
    words, files = fitting(said.words, said, LONGEST_WORDS)
    cleaned, left_out = sift(files)
    sent = submission_of(arrival, replace(said, words=words))
    with on_the_disk(cleaned) as placed:
        sent = replace(sent, files=tuple(placed))
        return take_arrival(by=CLOCK, arrival=arrival, sent=sent, left_out=left_out, at=at)


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
    )


def to_case(arrival: Arrival, said: Said, case: Case, at: datetime) -> None:
    """The words without what is quoted, and the files, stand with the case."""
    words, files = fitting(said.fresh or said.title, said, LONGEST_REMARK)
    cleaned, left_out = sift(files)
    with on_the_disk(cleaned) as placed:
        thread_arrival(by=resident_of(case), arrival=arrival, case=case, said=(words, placed, left_out), at=at)


def fitting(words: str, said: Said, longest: int) -> tuple[str, Sequence[tuple[str, bytes]]]:
    """Words that fit, and all of them as a file where they don't."""
    if len(words) <= longest:
        return words, said.files
    return f"{words[: longest - 1]}…", [(WHOLE_TEXT, words.encode("utf-8", "replace")), *said.files]
