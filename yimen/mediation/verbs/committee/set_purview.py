"""What a committee mediates, and where besides its own area."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.mediation.models import Committee
from yimen.mediation.policies import may_set_up
from yimen.mediation.rules import Kind
from yimen.people.rules import Acting, Operator
from yimen.routing.town import the_town

NO_PLACE = gettext_noop("There is no place with this code: %(code)s.")


@transaction.atomic
def set_purview(
    *, by: Acting | Operator, committee: Committee, kinds: Collection[Kind], places: Collection[str], at: datetime
) -> None:
    """From now on it takes these types (any, if none is named) and serves these places besides its own.

    ``places`` are codes. What it mediates already it goes on with.
    """
    require(may_set_up(by))
    known = the_town().places.by_code
    for code in places:
        if code not in known:
            raise Refused(NO_PLACE, code=code)
    named, served = [kind.value for kind in Kind if kind in kinds], sorted(set(places))
    Committee.objects.filter(pk=committee.pk).update(kinds=named, places=served)
    ref = f"committee:{committee.pk}"
    record("committee.purview_set", subject=ref, by=by.ref, at=at, kinds=len(named), places=len(served))
