"""Promising a letter: the row is the promise, kept under the receipt, and sent by the clock if the person chose so."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from yimen.kernel.languages import name_in
from yimen.kernel.models import editions
from yimen.notifications import rules
from yimen.notifications.models import Letter, Template

#: Templates come with the pack that brings the categories, and change with it.
EDITION = "routing"
Texts = Mapping[str, Mapping[str, tuple[str, str]]]  # code → language → title, body


class NoTemplate(LookupError):
    """A letter without words in any language: the pack is incomplete."""


@lru_cache(maxsize=1)
def texts(edition: int) -> Texts:  # noqa: ARG001 – it is the key of the memory
    """All templates of this edition, in this process's memory: one statement an edition."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for code, language, title, body in Template.objects.values_list("code", "language", "title", "body"):
        found.setdefault(code, {})[language] = (title, body)
    return found


def promise_letter(  # noqa: PLR0913 – a letter has these parts
    code: str,
    *,
    subject: str,
    language: str,
    way: str,
    address: str,
    at: datetime,
    edition: int | None = None,
    receipt: str = "",
    answers: str = "",
    **params: object,
) -> Letter:
    """Write the letter in the person's language, and promise to send it if its way leads out of the house.

    One INSERT, in the caller's transaction. ``edition`` is that of "routing", which a page has read already;
    without it, one more statement reads it.
    """
    letter = new_letter(
        code,
        subject=subject,
        language=language,
        way=way,
        address=address,
        at=at,
        edition=edition,
        receipt=receipt,
        answers=answers,
        **params,
    )
    letter.save(force_insert=True)
    return letter


def new_letter(  # noqa: PLR0913 – a letter has these parts
    code: str,
    *,
    subject: str,
    language: str,
    way: str,
    address: str,
    at: datetime,
    edition: int | None = None,
    receipt: str = "",
    answers: str = "",
    **params: object,
) -> Letter:
    """The letter, not yet written to the database (for verbs that promise many at once).

    Its place for the receipt is filled only in what leaves the house; whoever opens the case reads it covered.
    """
    if receipt:
        params["receipt"] = rules.COVERED
    title, body, spoken = _words(code, language, editions().get(EDITION, 0) if edition is None else edition)
    goes_out, is_paper = rules.is_sent(way) and bool(address), way == rules.ON_PAPER and bool(address)
    return Letter(
        subject=subject,
        code=code,
        language=spoken,
        title=rules.title_of(title, params),
        body=rules.worded(body, params),
        at=at,
        way=way if goes_out or is_paper else "here",
        address=address if goes_out or is_paper else "",
        receipt=receipt if goes_out else "",
        answers=answers if goes_out else "",
        state=Letter.State.WAITING if goes_out else Letter.State.TO_POST if is_paper else Letter.State.KEPT,
        next_at=at if goes_out else None,
        to_post_at=at if is_paper else None,
    )


def promise_letters(letters: list[Letter]) -> None:
    """Write letters made by :func:`new_letter`, in batches."""
    Letter.objects.bulk_create(letters, batch_size=500)


def _words(code: str, language: str, edition: int) -> tuple[str, str, str]:
    """Title, body, and the language they are really in (Tibetan falls back to Chinese, then to English)."""
    known = texts(edition).get(code, {})
    spoken = name_in({each: each for each in known}, language)
    if not spoken:
        raise NoTemplate(code)
    return (*known[spoken], spoken)
