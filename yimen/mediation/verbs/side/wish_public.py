"""Whether others may listen to the sessions."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.verdict import require
from yimen.mediation.models import Side
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.telling import tell_all


@transaction.atomic
def wish_public(*, by: SideIn, is_public: bool, at: datetime) -> None:
    """Each side may wish it, and take it back (人民调解法 art. 23). Sessions are open only while all sides wish so."""
    require(may(by, "wish_public"))
    Side.objects.change(by.side, wishes_public=is_public)
    tell_all(by.mediation, "mediation-news", at=at, but=by.side.number)
    record("mediation.public_wished", subject=by.mediation.ref, by=by.ref, at=at, is_public=is_public)
