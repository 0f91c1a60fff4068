"""A text message that asks something of the program is answered, and is no case."""

from datetime import datetime

from django.db import transaction

from yimen.cases.queries import case_by_receipt
from yimen.cases.standing import Standing, standing_of
from yimen.cases.words import STATES, in_language
from yimen.intake.models import Arrival
from yimen.intake.newcomer import NEWCOMER
from yimen.intake.reading import Ask, Asking
from yimen.intake.rules import Stage
from yimen.journal.record import record
from yimen.kernel.languages import day_in
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.notifications.letters import promise_letter
from yimen.notifications.verbs import start_texts, stop_texts
from yimen.people.rules import Clock
from yimen.privacy.guesses import BY_MAIL
from yimen.privacy.rules import TOO_MANY_WRONG

YOU_HEAR_BY = gettext_noop("You hear from us by %(day)s.")


@transaction.atomic
def answer_text(*, by: Clock, arrival: Arrival, ask: Ask, number: str, at: datetime) -> None:
    """State and date of a case by its receipt, and not a word of it; or no more texts; or texts again.

    The answer is in the language of the question. Wrong receipts are counted per number; of too many none is answered.
    """
    Arrival.objects.change(arrival, stage=Stage.TAKEN.value, why="", content=b"", next_at=None)
    record("text.answered", subject=arrival.ref, by=by.ref, at=at, ask=ask.what.value)
    told = {"subject": arrival.ref, "language": ask.language, "at": at}
    if ask.what is Asking.STOP:
        stop_texts(by=NEWCOMER, number=number, **told)  # type: ignore[arg-type]
        return
    if ask.what is Asking.START:
        start_texts(by=NEWCOMER, number=number, **told)  # type: ignore[arg-type]
        return
    try:
        case = case_by_receipt(ask.code, address=f"{BY_MAIL}{number}", at=at, for_helpers=True)
    except Refused as no:
        if no.verdict.reason != TOO_MANY_WRONG:
            promise_letter("sms-unknown", way="sms", address=number, **told)  # type: ignore[arg-type]
        return
    words = _in_words(standing_of(case), ask.language)
    promise_letter("sms-standing", way="sms", address=number, **told, **words)  # type: ignore[arg-type]


def _in_words(standing: Standing, language: str) -> dict[str, str]:
    due = ""
    if standing.due_on:
        due = in_language(YOU_HEAR_BY, language) % {"day": day_in(standing.due_on, language)}
    return {"state": in_language(STATES[standing.state], language), "due": due}
