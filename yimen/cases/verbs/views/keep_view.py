"""Somebody keeps a list."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.cases.models import View
from yimen.cases.policies import may_keep_views
from yimen.cases.views.codes import EDITION, only_codes
from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting

LONGEST_NAME = 40
MOST_VIEWS = 12  # more lines than that nobody reads; each is counted on every page
TOO_MANY = gettext_noop("You have %(most)s saved lists already. Please remove one first.")
CALLED_SO = gettext_noop("You have a saved list of this name already. Please choose another name.")


@transaction.atomic
def keep_view(*, by: Acting, called: str, asked: Mapping[str, str], at: datetime) -> int:
    """A list with its filters stands at the side of the desk from now on, for this member of staff alone."""
    require(may_keep_views(by))
    called = needed(called, LONGEST_NAME)
    if View.objects.filter(staff_id=by.staff_id).count() >= MOST_VIEWS:
        raise Refused(TOO_MANY, most=MOST_VIEWS)
    try:
        with transaction.atomic():
            view = View.objects.create(staff_id=by.staff_id, called=called, asked=only_codes(asked))
    except IntegrityError as taken:
        raise Refused(CALLED_SO) from taken
    new_edition(EDITION)
    record("view.kept", subject=f"view:{view.pk}", by=by.ref, at=at)
    return int(view.pk)
