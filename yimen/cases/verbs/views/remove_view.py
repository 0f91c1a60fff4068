"""Somebody no longer needs a list."""

from datetime import datetime

from django.db import transaction

from yimen.cases.models import View
from yimen.cases.policies import may_keep_views
from yimen.cases.views.codes import EDITION
from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.rules import Acting

NO_VIEW = gettext_noop("This saved list is no longer there.")


@transaction.atomic
def remove_view(*, by: Acting, view_id: int, at: datetime) -> None:
    """It goes from the side of the desk; the cases in it stay where they are."""
    require(may_keep_views(by))
    gone, _ = View.objects.filter(pk=view_id, staff_id=by.staff_id).delete()
    if not gone:
        raise Refused(NO_VIEW)
    new_edition(EDITION)
    record("view.removed", subject=f"view:{view_id}", by=by.ref, at=at)
