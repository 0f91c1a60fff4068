"""What the tests of verbs on cases ask of the database: letters, journal entries, terms, the conversation."""

from typing import Any

from yimen.cases.models import Case, Message
from yimen.deadlines.models import Term
from yimen.journal.models import Entry
from yimen.notifications.models import Letter


def entries(case: Case) -> list[str]:
    """The codes of all that happened to the case, oldest first."""
    return list(Entry.objects.filter(subject=case.ref).order_by("id").values_list("code", flat=True))


def last_entry(case: Case) -> Entry:
    """What happened last."""
    return Entry.objects.filter(subject=case.ref).latest("id")


def letters(case: Case) -> list[Letter]:
    """All that the resident was told, oldest first."""
    return list(Letter.objects.filter(subject=case.ref).order_by("id"))


def terms(case: Case, **wanted: Any) -> dict[str, Term]:  # noqa: ANN401 – any column
    """The case's terms by their stage; the newest of each."""
    return {term.stage: term for term in Term.objects.filter(subject=case.ref, **wanted).order_by("id")}


def said(case: Case) -> list[tuple[str, str]]:
    """What was said on the case: which entry it belongs to, and the words."""
    return [(m.about, m.text) for m in Message.objects.filter(case=case).order_by("id")]
