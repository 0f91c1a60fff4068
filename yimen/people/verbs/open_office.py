"""An office opens its door, or changes its place, telephone or hours."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr

from yimen.journal.record import record
from yimen.kernel.models import editions, new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Office
from yimen.people.policies import may_set_up
from yimen.people.rules import Actor, Hours, are_hours
from yimen.places.queries import gazetteer

NO_PLACE = gettext_noop("There is no place with the code %(code)s.")
NO_SUPERIOR = gettext_noop("There is no office with the code %(code)s to be its superior.")
CIRCLE = gettext_noop("%(code)s stands below this office, so it cannot be its superior.")
NO_KIND = gettext_noop("An office is a centre or a department.")


@dataclass(frozen=True)
class Shown:
    """What residents read of an office, in their languages where it is words."""

    names: dict[str, str]
    telephone: str = ""
    address: dict[str, str] = field(default_factory=dict)
    hours: Hours = field(default_factory=dict)


@transaction.atomic
def open_office(  # noqa: PLR0913 – an office's place among places, offices and functions
    *, by: Actor, code: str, kind: str, function: str, place: str, shown: Shown, superior: str = "",
    is_open: bool = True, at: datetime,
) -> int:  # fmt: skip
    """Set up the office with this code, or bring it up to date; ``place`` and ``superior`` are codes too.

    With ``is_open`` false it takes nothing new; what it has stays its own. Refused for unknown places and
    superiors, a circle of superiors, or hours that are not understood. Returns the office's id.
    """
    where = gazetteer(editions().get("places", 0)).by_code.get(place)
    if where is None:
        raise Refused(NO_PLACE, code=place)
    old = Office.objects.select_for_update(of=("self",)).filter(code=code).select_related("place").first()
    require(may_set_up(by, where.path))
    if old is not None:
        require(may_set_up(by, old.place.path))
    require(are_hours(shown.hours))
    if kind not in Office.Kind.values:
        raise Refused(NO_KIND)
    above = _superior(superior, old)
    fields = {
        "kind": kind, "function": function, "place_id": where.id, "parent": above, "names": shown.names,
        "telephone": shown.telephone, "address": shown.address, "hours": dict(shown.hours), "is_open": is_open,
    }  # fmt: skip
    office, is_new = Office.objects.update_or_create(code=code, defaults=fields)
    _move(office, f"{above.path if above else ''}{office.pk}/")
    new_edition("people")
    what = "office.opened" if is_new else "office.changed"
    record(what, subject=f"office:{office.pk}", by=by.ref, at=at, office=code, is_open=is_open)
    return office.pk


def _superior(code: str, office: Office | None) -> Office | None:
    if not code:
        return None
    above = Office.objects.filter(code=code).first()
    if above is None:
        raise Refused(NO_SUPERIOR, code=code)
    if office is not None and above.path.startswith(office.path):
        raise Refused(CIRCLE, code=code)
    return above


def _move(office: Office, path: str) -> None:
    """Give the office its new way from the top, and those below it theirs."""
    if office.path != path:
        below = Office.objects.filter(path__startswith=office.path) if office.path else Office.objects.none()
        below.update(path=Concat(Value(path), Substr("path", len(office.path) + 1)))
        Office.objects.filter(pk=office.pk).update(path=path)
