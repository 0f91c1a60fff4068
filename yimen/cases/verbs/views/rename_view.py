"""Somebody gives a list they keep another name."""

from datetime import datetime

from django.db import IntegrityError, transaction

from yimen.cases.models import View
from yimen.cases.policies import may_keep_views
from yimen.cases.verbs.views.keep_view import CALLED_SO, LONGEST_NAME
from yimen.cases.verbs.views.remove_view import NO_VIEW
from yimen.cases.views.codes import EDITION
from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.text import needed
from yimen.kernel.verdict import Refused, require
from yimen.people.rules import Acting


@transaction.atomic
def rename_view(*, by: Acting, view_id: int, called: str, at: datetime) -> None:
    """What it holds stays as it is."""
    require(may_keep_views(by))
    called = needed(called, LONGEST_NAME)
    try:
        with transaction.atomic():
            found = View.objects.filter(pk=view_id, staff_id=by.staff_id).update(called=called)
    except IntegrityError as taken:
        raise Refused(CALLED_SO) from taken
    if not found:
        raise Refused(NO_VIEW)
    new_edition(EDITION)
    record("view.renamed", subject=f"view:{view_id}", by=by.ref, at=at)
