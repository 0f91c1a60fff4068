"""Reading requests for exports: those of one's own office, and those that one may decide on."""

from django.db.models import QuerySet

from yimen.cases.policies import LOOKING_ROLES
from yimen.exports.models import Export
from yimen.people.rules import Acting, Role

__all__ = ["Export", "export_for", "exports_for"]
SHOWN = 20


def _visible(by: Acting) -> QuerySet[Export]:
    rows = Export.objects.select_related("office")
    if by.role not in LOOKING_ROLES:
        return rows.none()
    if by.role is Role.SUPERVISOR:
        return rows.filter(office__path__startswith=by.office_path)
    return rows.filter(office_id=by.office_id, staff_id=by.staff_id)


def exports_for(by: Acting, before: int | None = None) -> list[Export]:
    """Twenty and one more, newest first: one's own, for supervisors also those of the offices below."""
    rows = _visible(by)
    return list((rows.filter(pk__lt=before) if before else rows).order_by("-id")[: SHOWN + 1])


def export_for(by: Acting, pk: int) -> Export | None:
    """This one, if it is theirs or theirs to decide."""
    return _visible(by).filter(pk=pk).first()
