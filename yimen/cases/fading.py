"""What is not needed any more is forgotten: first how to reach the resident, years later what was said."""

from collections.abc import Sequence
from datetime import datetime

from yimen.cases.models import Case, Enquiry, Holder, Message, Note, Opinion, Rating, Recusal
from yimen.cases.rules import CONTACTS_KEPT, WORDS_KEPT, Kept
from yimen.files.forgetting import forget_files_of
from yimen.notifications.forgetting import forget_letters_of
from yimen.routing.town import Town, the_town

BATCH = 200


def fade_contacts(at: datetime) -> int:
    """Ninety days after its end a case no longer knows whom to write to; the receipt still opens it."""
    town, total = the_town(), 0
    while cases := _faded(Kept.WHOLE, at):
        for case in cases:
            lasts = WORDS_KEPT[class_of(case, town)] - CONTACTS_KEPT
            faded = _unless_reopened(
                case,
                kept=Kept.NO_CONTACTS,
                fades_at=at + lasts,
                contact_name="",
                email="",
                phone="",
                postal="",
                needs="",
                tell="here",
            )
            forget_addresses_of([case] if faded else [])
            total += faded
    return total


def fade_words(at: datetime) -> int:
    """Years after its end a case is codes and dates only: words, place, files and letters are gone."""
    total = 0
    while cases := _faded(Kept.NO_CONTACTS, at):
        faded = [
            case
            for case in cases
            if _unless_reopened(
                case, kept=Kept.BARE, fades_at=None, words="", place_words="", longitude=None, latitude=None
            )
        ]
        total += len(faded)
        forget_said_of(faded)
    return total


def forget_addresses_of(cases: Sequence[Case]) -> None:
    """How to reach those who stand in these cases besides whoever brought them; their receipts still open them."""
    ids = [case.pk for case in cases if case.joint]
    if ids:
        Holder.objects.filter(case__in=ids).update(tell="here", email="", phone="")


def forget_said_of(cases: Sequence[Case]) -> None:
    """All that was said in these cases, their files and letters; the cases themselves are bare already."""
    ids, subjects = [case.pk for case in cases], [case.ref for case in cases]
    joint = [case.pk for case in cases if case.joint]
    subjects += [holder.ref for holder in Holder.objects.filter(case__in=joint)] if joint else []
    Message.objects.filter(case__in=ids).update(text="")
    Opinion.objects.filter(case__in=ids).update(claims="", facts="", opinion="", basis="", remedies="")
    Enquiry.objects.filter(case__in=ids).update(question="", answer="")
    Recusal.objects.filter(case__in=ids).update(why="")
    Note.objects.filter(case__in=ids).update(text="")
    Holder.objects.filter(case__in=ids, state="invited").delete()
    Rating.objects.filter(opinion__case__in=ids).update(words="")
    forget_files_of(subjects)
    forget_letters_of(subjects)


def _faded(kept: Kept, at: datetime) -> list[Case]:
    return list(Case.objects.filter(kept=kept, fades_at__lte=at).order_by("fades_at")[:BATCH])


def _unless_reopened(case: Case, **fields: object) -> int:
    """Only if nobody has touched the case since; a case opened again keeps all it has."""
    return Case.objects.filter(pk=case.pk, version=case.version).update(**fields, version=case.version + 1)


def class_of(case: Case, town: Town) -> str:
    """How long its words are kept: the retention class of its category."""
    category = town.catalogue.by_id.get(case.category_id or 0)
    return category.retention if category and category.retention in WORDS_KEPT else "case"
