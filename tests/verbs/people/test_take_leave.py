"""Somebody is on leave: their post is with whoever stands in, and with nobody else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier, Event

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make
from tests.make_colleagues import advised_case, colleague, on_leave
from yimen.cases.policies import may
from yimen.cases.queries import case_for, is_visible
from yimen.cases.reviews.eyes import hands_of
from yimen.cases.together.enquiries import asked_of, waiting_for
from yimen.cases.verbs import accept_case, answer_enquiry, stand_aside
from yimen.journal.record import history
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.away import could_stand_in, holder_of, leave_below, leave_of
from yimen.people.leaves import STAND_IN_AWAY, STANDS_IN, Leave
from yimen.people.models import Appointment, Staff
from yimen.people.queries import acting_as, posts_of, vacant_posts
from yimen.people.rules import Acting, Role
from yimen.people.seats import seats
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.release_staff import release_staff
from yimen.people.verbs.take_leave import _posts_throughout, take_leave
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
TODAY = day_of(make.MONDAY)


def standing(who: Acting, holder: Acting, on: date = TODAY) -> Acting:
    """How somebody who stands in acts."""
    found = acting_as(who.staff_id, holder.post_id, on)
    assert found is not None
    assert found.stands_in
    return found


def test_whoever_stands_in_does_what_the_post_may_and_the_holder_does_not() -> None:
    case, holder, pema = make.case(), make.handler(), colleague()
    vacant = vacant_posts(TODAY)
    on_leave(holder, pema)
    assert posts_of(holder.staff_id, TODAY) == []
    theirs = standing(pema, holder)
    assert (theirs.role, theirs.office_id, theirs.place_path) == (holder.role, holder.office_id, holder.place_path)
    assert vacant_posts(TODAY) == vacant, "the post is held"
    accept_case(by=theirs, case=case, at=make.LATER)
    after = TODAY + timedelta(days=5)
    assert acting_as(pema.staff_id, holder.post_id, after) is None
    assert posts_of(holder.staff_id, after) == [holder]
    assert posts_of(holder.staff_id, TODAY - timedelta(days=1)) == [holder]


def test_only_whoever_did_it_has_had_their_hands_on_a_case() -> None:
    """So the other may look at it in a review."""
    by_pema, by_holder, holder, pema = make.case(), make.accepted_case(), make.handler(), colleague()
    on_leave(holder, pema)
    accept_case(by=standing(pema, holder), case=by_pema, at=make.MONDAY)
    assert hands_of(by_pema) == {pema.staff_id}
    assert hands_of(by_holder) == {holder.staff_id}


def test_the_journal_and_the_look_say_who_it_was_and_the_resident_reads_that_somebody_stood_in() -> None:
    case, holder, pema = make.case(), make.handler(), colleague()
    on_leave(holder, pema)
    by = standing(pema, holder)
    case_for(by, case.pk, purpose="handle", at=make.LATER, town=make.town())
    accept_case(by=by, case=make.fresh(case), at=make.LATER)
    assert history(case.ref)[-1].by == f"post:{holder.post_id}/staff:{pema.staff_id}"
    (look,) = looks_of(case.ref)
    assert (look.role, look.is_stand_in) == ("handler", True)
    entry = history(f"post:{holder.post_id}")[-1]
    assert (entry.code, entry.facts["staff"], entry.facts["stands_in"]) == (
        "staff.on_leave", holder.staff_id, pema.staff_id,
    )  # fmt: skip


def test_what_a_post_is_asked_goes_to_whoever_stands_in() -> None:
    case, enquiry = advised_case()
    lead, other = make.area_lead(), colleague("lhamo", "village-committee", Role.AREA_LEAD, "KS0101")
    on_leave(lead, other)
    asked = standing(other, lead)
    assert [one.pk for one in asked_of(asked).enquiries] == [enquiry.pk]
    assert not waiting_for(other).exists(), "their own post is not asked"
    seat = next(
        s
        for s in seats([Role.AREA_LEAD], [make.town().places.by_code["KS0101"].id], TODAY)
        if s.post_id == lead.post_id
    )
    assert seat.staff_id == other.staff_id
    answer_enquiry(by=asked, enquiry=enquiry, text="Every evening.", at=make.LATER)
    assert history(case.ref)[-1].by.endswith(f"/staff:{other.staff_id}")


def test_whoever_stands_aside_from_a_case_does_so_when_standing_in_too() -> None:
    case, holder, pema = make.accepted_case(), make.handler(), colleague()
    stand_aside(by=pema, case=case, why="It is my uncle's lamp.", at=make.MONDAY)
    on_leave(holder, pema)
    by = standing(pema, holder)
    assert not is_visible(by, case.pk, make.town())
    assert not may(by, make.fresh(case), "answer")


def test_an_accused_office_sees_nothing_by_standing_in_elsewhere() -> None:
    accusing = make.case(accused_office="KS-housing")
    housing, there = make.supervisor("housing"), make.supervisor()
    assert is_visible(there, accusing.pk, make.town())
    with pytest.raises(Refused, match="may not stand in"):
        on_leave(there, make.handler("housing"))
    on_leave(there, housing)
    assert not is_visible(standing(housing, there), accusing.pk, make.town())


def test_circles_overlaps_and_chains_are_refused_in_words() -> None:
    holder, pema, third = make.handler(), colleague(), colleague("tashi")
    on_leave(holder, pema)
    with pytest.raises(Refused, match="already"):
        on_leave(holder, third)
    with pytest.raises(Refused, match="They stand in for somebody else"):
        on_leave(pema, third)
    with pytest.raises(Refused, match="Choose somebody else"):
        on_leave(third, holder)


def test_only_those_who_are_near_stand_in_and_they_must_be_there_on_all_days() -> None:
    holder, pema = make.handler(), colleague()
    names = [one.name for one in could_stand_in(holder, TODAY)]
    assert "Pema" in names[:2], "the same office first"
    with pytest.raises(Refused, match="may not stand in"):
        on_leave(holder, make.clerk())
    Appointment.objects.filter(staff_id=pema.staff_id).update(until_on=TODAY + timedelta(days=3))
    with pytest.raises(Refused, match="on all of these days"):
        on_leave(holder, pema)
    with pytest.raises(Refused, match="on all of these days"):
        on_leave(pema, holder)


def test_a_colleague_arranges_nobodys_leave() -> None:
    holder, pema = make.handler(), colleague()
    on = {"from_on": TODAY, "until_on": TODAY + timedelta(days=2)}
    with pytest.raises(Refused, match="Leave is arranged by"):
        take_leave(by=pema, post_id=holder.post_id, stand_in=pema.staff_id, at=make.MONDAY, **on)
    take_leave(by=make.supervisor("urban"), post_id=holder.post_id, stand_in=pema.staff_id, at=make.MONDAY, **on)
    (one,) = leave_below(make.supervisor(), TODAY)
    assert (one.name, one.stand_in) == (Staff.objects.get(pk=holder.staff_id).name, "Pema")


def test_leave_ends_with_the_appointment_and_with_whoever_stands_in() -> None:
    holder, pema, third = make.handler(), colleague(), colleague("tashi")
    on_leave(holder, pema)
    on_leave(third, pema)
    held = Appointment.objects.get(post_id=third.post_id, in_place_of=None)
    end_appointment(by=make.OPERATOR, appointment_id=held.pk, on=TODAY, at=make.LATER)
    assert acting_as(pema.staff_id, third.post_id, TODAY) is None
    release_staff(by=make.OPERATOR, staff_id=pema.staff_id, at=make.LATER)
    assert posts_of(pema.staff_id, TODAY) == []
    assert leave_of([holder.post_id], TODAY) == []
    assert posts_of(holder.staff_id, TODAY) == [holder], "the post falls back to its holder"


def test_whoever_loses_their_last_post_stands_in_for_nobody() -> None:
    holder, pema = make.handler(), colleague()
    on_leave(holder, pema)
    own = Appointment.objects.get(post_id=pema.post_id)
    end_appointment(by=make.OPERATOR, appointment_id=own.pk, on=TODAY, at=make.LATER)
    assert posts_of(pema.staff_id, TODAY) == []


def test_a_post_whose_holder_is_on_leave_gets_no_second_holder() -> None:
    holder, pema = make.handler(), colleague()
    on_leave(holder, pema)
    with pytest.raises(Refused, match="held at that time"):
        appoint_staff(by=make.OPERATOR, staff_id=pema.staff_id, post_id=holder.post_id, from_on=TODAY, at=make.LATER)
    back = holder_of(holder.post_id, TODAY)
    assert back is not None
    assert back.staff_id == holder.staff_id


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_would_stand_in_for_each_other_at_once_one_wins() -> None:
    holder, pema = make.handler(), colleague()
    together = Barrier(2)

    def leave(pair: tuple[Acting, Acting]) -> str:
        together.wait(timeout=30)
        try:
            on_leave(*pair)
        except Refused as refused:
            return refused.verdict.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(leave, [(holder, pema), (pema, holder)]))
    assert said[0] == ""
    assert said[1] in {STAND_IN_AWAY, STANDS_IN}


@pytest.mark.slow
@pytest.mark.parametrize("of_the_holder", [True, False])
@pytest.mark.django_db(transaction=True)
def test_nobody_stands_in_whose_appointment_or_whose_colleagues_ends_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
    of_the_holder: bool,  # noqa: FBT001 – a case of the test
) -> None:
    """Or the post would be with somebody whom nobody sees there, after it was taken from its holder."""
    holder, pema = make.handler(), colleague()
    gone = holder if of_the_holder else pema
    appointment = Appointment.objects.get(staff_id=gone.staff_id, post_id=gone.post_id)
    has_read, is_ended = Event(), Event()

    def slowly(leave: Leave) -> list[Acting]:
        found = _posts_throughout(leave)
        has_read.set()
        is_ended.wait(timeout=0.5)  # where the other has to wait for us, we have to go on
        return found

    def end() -> None:
        try:
            assert has_read.wait(timeout=30)
            end_appointment(by=make.OPERATOR, appointment_id=appointment.pk, on=TODAY, at=make.LATER)
            is_ended.set()
        finally:
            connection.close()

    monkeypatch.setattr("yimen.people.verbs.take_leave._posts_throughout", slowly)
    with ThreadPoolExecutor(1) as pool:
        ended = pool.submit(end)
        on_leave(holder, pema)
        ended.result(timeout=30)
    assert acting_as(pema.staff_id, holder.post_id, TODAY) is None
    assert acting_as(gone.staff_id, gone.post_id, TODAY) is None


def test_nobody_stands_in_for_ever() -> None:
    """The constraint standing_in_has_a_last_day."""
    holder, pema = make.handler(), colleague()
    pk = on_leave(holder, pema)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=pk).update(until_on=None)
