"""A resident has their case erased."""

from copy import copy
from datetime import datetime

from django.db import transaction

from yimen.cases.copies.rules import may_erase
from yimen.cases.fading import class_of, forget_addresses_of, forget_said_of
from yimen.cases.joint.inviting import end_helper_of
from yimen.cases.models import Case
from yimen.cases.moving import move
from yimen.cases.policies import may
from yimen.cases.rules import WORDS_KEPT, Kept, State, Way
from yimen.cases.telling import tell
from yimen.cases.together.asking import recall_open
from yimen.deadlines.terms import end_terms, open_terms
from yimen.journal.record import record
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Verdict, require
from yimen.people.rules import Resident
from yimen.routing.town import Town, the_town


@transaction.atomic
def erase_case(*, by: Resident, case: Case, at: datetime) -> None:
    """Words, place, contacts, files and letters are gone at once; codes and dates stay for figures, and who looked.

    An office that was working on it stops. A last letter without a word of the case says that it happened, in case
    somebody else holds the receipt.
    """
    town = the_town()
    require(may(by, case, "erase"))
    require(may_erase_now(case, town))
    reached = copy(case)
    end_terms(open_terms(case.ref), on=day_of(at), met=False)
    move(case, "erase", at=at)
    recall_open(case, at=at)
    Case.objects.change(
        case, kept=Kept.BARE.value, fades_at=None, words="", place_words="", longitude=None, latitude=None,
        contact_name="", email="", phone="", postal="", needs="", tell=Way.HERE.value,
    )  # fmt: skip
    forget_said_of([case])
    tell(reached, "case-erased", town=town, at=at)
    forget_addresses_of([case])
    end_helper_of(case)
    record("case.erased", subject=case.ref, by=by.ref, at=at, office=case.office_id)


def may_erase_now(case: Case, town: Town) -> Verdict:
    """Yes, or the reason why not yet."""
    until = day_of(case.ended_at + WORDS_KEPT["petition"]) if case.ended_at else None
    return may_erase(State(case.state), is_petition=class_of(case, town) == "petition", day=until)
