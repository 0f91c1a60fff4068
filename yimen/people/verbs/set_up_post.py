"""An office gets one more post."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import editions, new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Office, Post
from yimen.people.policies import may_set_up
from yimen.people.rules import Actor, Role
from yimen.people.verbs.open_office import NO_PLACE
from yimen.places.queries import gazetteer

NO_OFFICE = gettext_noop("There is no office with the code %(code)s.")
THERE_ALREADY = gettext_noop("There already is a post with the code %(code)s.")


@transaction.atomic
def set_up_post(  # noqa: PLR0913 – a post is a role in an office for a place
    *, by: Actor, code: str, role: Role, office: str, place: str, names: dict[str, str], at: datetime
) -> int:
    """A new seat in this office (code), serving this place (code); it is vacant. Returns its id.

    A post never changes its role, office or place: what was done from it would then read wrongly. Set up another.
    """
    seat = Office.objects.filter(code=office).select_related("place").first()
    if seat is None:
        raise Refused(NO_OFFICE, code=office)
    served = gazetteer(editions().get("places", 0)).by_code.get(place)
    if served is None:
        raise Refused(NO_PLACE, code=place)
    require(may_set_up(by, seat.place.path))
    require(may_set_up(by, served.path))
    if Post.objects.filter(code=code).exists():
        raise Refused(THERE_ALREADY, code=code)
    post = Post.objects.create(code=code, role=role, office=seat, place_id=served.id, names=names)
    new_edition("people")
    record("post.set_up", subject=f"post:{post.pk}", by=by.ref, at=at, post=code, role=role, office=seat.pk)
    return post.pk
