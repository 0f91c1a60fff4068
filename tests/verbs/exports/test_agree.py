"""A second person agrees."""

import pytest

from tests import make, make_colleagues
from tests.verbs.exports.asked import asked, fresh
from yimen.exports.rules import LASTS
from yimen.exports.verbs import agree_export, refuse_export
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.people.models import Appointment, Staff
from yimen.people.rules import Acting, Role
from yimen.people.verbs.give_password import give_password

pytestmark = pytest.mark.django_db


def agree(by: Acting) -> None:
    agree_export(by=by, export=asked(), at=make.LATER)


@pytest.mark.parametrize("office", ["urban", "town-office"])
def test_the_supervisor_of_that_office_or_above_agrees_for_a_day(office: str) -> None:
    make.case()
    export = asked()
    agree_export(by=make.supervisor(office), export=export, at=make.LATER)
    after = fresh(export.pk)
    assert (after.stage, after.until) == ("agreed", make.LATER + LASTS)
    assert history(export.ref)[-1].code == "export.agreed"


@pytest.mark.parametrize("post", ["housing-supervisor", "housing-handler", "town-office-administrator"])
def test_nobody_else_does(post: str) -> None:
    make.case()
    with pytest.raises(Refused, match="supervisor of this office"):
        agree(make.posted(post))


def test_whoever_asked_is_not_the_second_person_in_whichever_post() -> None:
    make.case()
    export = asked()
    Appointment.objects.filter(post_id=make.supervisor().post_id).update(staff_id=export.staff_id)
    two_hats = next(p for p in _posts(export.staff_id) if p.role == "supervisor")
    with pytest.raises(Refused, match="Somebody else has to agree"):
        agree_export(by=two_hats, export=export, at=make.LATER)


def _posts(staff_id: int) -> list[Acting]:
    from yimen.kernel.clock import day_of  # noqa: PLC0415 – only here
    from yimen.people.queries import posts_of  # noqa: PLC0415

    return posts_of(staff_id, day_of(make.LATER))


def test_of_two_who_decide_at_once_one_does() -> None:
    make.case()
    export = asked()
    stale = fresh(export.pk)
    agree_export(by=make.supervisor("urban"), export=export, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        refuse_export(by=make.supervisor(), export=stale, answer="No.", at=make.LATER)
    with pytest.raises(Refused, match="decided on this export already"):
        agree_export(by=make.supervisor(), export=fresh(export.pk), at=make.LATER)


@pytest.mark.parametrize("new", ["whoever asks", "whoever agrees"])
def test_not_with_somebody_whom_an_administrator_has_just_made_up(new: str) -> None:
    """Alone, an administrator can enrol somebody, give them a post and a password, and so be two persons."""
    make.case()
    role = Role.HANDLER if new == "whoever asks" else Role.SUPERVISOR
    puppet = make_colleagues.colleague("puppet", "urban", role)
    by = puppet if new == "whoever agrees" else make.supervisor("urban")
    export = asked(puppet if new == "whoever asks" else None)
    name = Staff.objects.get(pk=puppet.staff_id).username
    give_password(by=make.administrator(), username=name, password="a lamp on the long bridge", at=make.MONDAY)
    with pytest.raises(Refused, match="two weeks"):
        agree_export(by=by, export=export, at=make.LATER)
    assert fresh(export.pk).stage == "asked"
    agree_export(by=make.supervisor(), export=asked(), at=make.LATER)  # two who have been here for long
