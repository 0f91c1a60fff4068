"""A clerk takes in what could not be taken by itself."""

from dataclasses import dataclass, replace
from datetime import datetime

from yimen.cases.verbs import Receipt
from yimen.intake.preparing import submission_of
from yimen.intake.queries import Opened
from yimen.intake.sifting import on_the_disk, sift
from yimen.intake.verbs.take import take_arrival
from yimen.people.rules import Acting


@dataclass(frozen=True)
class Typed:
    """What the clerk says it is."""

    words: str
    language: str
    category: str = ""
    needs: tuple[str, ...] = ()  # what the town has to see to, where it says so
    number: str = ""  # where the receipt goes by text message; spoken in a message


def take_by_hand(*, by: Acting, opened: Opened, typed: Typed, at: datetime) -> Receipt:
    """With its files; the receipt goes where an answer can go. Where there is none, the clerk hands it over."""
    said = replace(opened.said, words=typed.words, number=opened.said.number or typed.number)
    cleaned, left_out = sift(said.files)
    sent = replace(
        submission_of(opened.arrival, said), language=typed.language, category=typed.category, needs=typed.needs
    )
    with on_the_disk(cleaned) as placed:
        sent = replace(sent, files=tuple(placed))
        return take_arrival(by=by, arrival=opened.arrival, sent=sent, left_out=left_out, at=at)
