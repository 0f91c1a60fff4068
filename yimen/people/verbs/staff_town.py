"""A whole town's offices, posts and staff are set up at once."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import editions, new_edition
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.models import Appointment, Counter, Office, Post, Staff
from yimen.people.plans import AppointmentPlan, OfficePlan, PostPlan, StaffPlan, TownPlan
from yimen.people.policies import may_set_up
from yimen.people.rules import Actor, are_hours
from yimen.people.verbs.open_office import NO_PLACE, NO_SUPERIOR
from yimen.people.verbs.set_up_post import NO_OFFICE
from yimen.places.queries import PlaceFacts, gazetteer

NO_TOWN = gettext_noop("There are no places yet. Import the areas first.")
NOT_IN_PLAN = gettext_noop("The plan appoints %(username)s to %(post)s, but has only one of them.")
BATCH = 500
Places = Mapping[str, PlaceFacts]


@transaction.atomic
def staff_town(*, by: Actor, plan: TownPlan, at: datetime) -> None:
    """Write this plan, by codes: run again it adds what is new and renews names, hours and telephones.

    What people did since stays: nobody's password is changed, no office closed or moved, no post that ever had
    a holder gets another one.
    Refused, with nothing changed, if the plan names places, offices, posts or staff that are not there.
    """
    places = gazetteer(editions().get("places", 0))
    if places.town is None:
        raise Refused(NO_TOWN)
    require(may_set_up(by, places.town.path))
    offices = _write_offices(plan.offices, places.by_code)
    _write_counters(plan.offices, offices)
    posts = _write_posts(plan.posts, offices, places.by_code)
    staff = _write_staff(plan.staff)
    appointed = _write_appointments(plan.appointments, posts, staff)
    new_edition("people")
    counts = {"offices": len(plan.offices), "posts": len(plan.posts), "staff": len(plan.staff), "appointed": appointed}
    record("people.staffed", subject=f"place:{places.town.id}", by=by.ref, at=at, **counts)


def _place_id(code: str, places: Places) -> int:
    if code not in places:
        raise Refused(NO_PLACE, code=code)
    return places[code].id


def _write_offices(plans: Iterable[OfficePlan], places: Places) -> dict[str, Office]:
    """All offices by code, those that were there before included; each superior is written before those below."""
    offices = {office.code: office for office in Office.objects.all()}
    waiting = list(plans)
    while waiting:
        ready = [p for p in waiting if not p.superior or p.superior in offices]
        if not ready:
            raise Refused(NO_SUPERIOR, code=waiting[0].superior)
        rows = [_office(p, offices, places) for p in ready]
        shown = ["names", "telephone", "address", "hours"]
        Office.objects.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=["code"], update_fields=shown
        )
        written = Office.objects.select_related("parent").filter(code__in=[p.code for p in ready])
        for office in written:
            office.path = f"{office.parent.path if office.parent else ''}{office.pk}/"
            offices[office.code] = office
        Office.objects.bulk_update([offices[p.code] for p in ready], ["path"], batch_size=BATCH)
        waiting = [p for p in waiting if p.code not in offices]
    return offices


def _office(plan: OfficePlan, offices: Mapping[str, Office], places: Places) -> Office:
    require(are_hours(plan.hours))
    return Office(
        code=plan.code,
        kind=plan.kind,
        function=plan.function,
        place_id=_place_id(plan.place, places),
        parent=offices[plan.superior] if plan.superior else None,
        names=plan.names,
        telephone=plan.telephone,
        address=plan.address,
        hours=dict(plan.hours),
    )


def _write_counters(plans: Iterable[OfficePlan], offices: Mapping[str, Office]) -> None:
    rows = [
        Counter(office=offices[plan.code], number=number, names=names)
        for plan in plans
        for number, names in enumerate(plan.counters, start=1)
    ]
    Counter.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["office", "number"], update_fields=["names"]
    )


def _write_posts(plans: Iterable[PostPlan], offices: Mapping[str, Office], places: Places) -> dict[str, int]:
    rows = []
    for plan in plans:
        if plan.office not in offices:
            raise Refused(NO_OFFICE, code=plan.office)
        place_id = _place_id(plan.place, places)
        rows.append(
            Post(code=plan.code, role=plan.role, office=offices[plan.office], place_id=place_id, names=plan.names)
        )
    Post.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["code"], update_fields=["names"]
    )
    return dict(Post.objects.values_list("code", "id"))


def _write_staff(plans: Iterable[StaffPlan]) -> dict[str, int]:
    known = set(Staff.objects.values_list("username", flat=True))
    new = [plan for plan in plans if plan.username not in known]
    # A password that the plan gives to several is hashed once: a hash takes a good part of a second, on purpose.
    hashes = {password: make_password(password) for password in {p.password for p in new} if password is not None}
    Staff.objects.bulk_create(
        [
            Staff(
                username=plan.username,
                name=plan.name,
                language=plan.language,
                password=hashes[plan.password] if plan.password is not None else make_password(None),
            )
            for plan in new
        ],
        batch_size=BATCH,
    )
    return dict(Staff.objects.values_list("username", "id"))


def _write_appointments(plans: Iterable[AppointmentPlan], posts: Mapping[str, int], staff: Mapping[str, int]) -> int:
    filled = set(Appointment.objects.values_list("post_id", flat=True))
    rows = []
    for plan in plans:
        if plan.post not in posts or plan.username not in staff:
            raise Refused(NOT_IN_PLAN, username=plan.username, post=plan.post)
        if posts[plan.post] not in filled:
            rows.append(
                Appointment(
                    staff_id=staff[plan.username],
                    post_id=posts[plan.post],
                    from_on=plan.from_on,
                    until_on=plan.until_on,
                )
            )
    Appointment.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)
