"""The town words one of its letters itself."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import set_own
from yimen.kernel.text import needed
from yimen.kernel.verdict import require
from yimen.notifications.models import Template
from yimen.notifications.rules import LONGEST_BODY, LONGEST_TITLE, may_be_a_letter
from yimen.notifications.verbs.take_templates import OfferedTemplate
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor


@transaction.atomic
def change_letter(*, by: Actor, letter: OfferedTemplate, seen: str, at: datetime) -> list[str]:
    """From now on residents are told in these words; letters already written keep theirs, and a newer pack these."""
    require(may_change_offer(by))
    fields = {"title": needed(letter.title, LONGEST_TITLE), "body": needed(letter.body, LONGEST_BODY)}
    require(may_be_a_letter(letter.code, fields["title"], fields["body"]))
    row = Template.objects.select_for_update().get(code=letter.code, language=letter.language)
    changed = set_own(row, f"{letter.code} {letter.language}", fields, seen=seen)
    if changed:
        new_edition("routing")
        record(
            "letter.changed", subject=f"letter:{row.pk}", by=by.ref, at=at, letter=letter.code, language=letter.language
        )
    return changed
