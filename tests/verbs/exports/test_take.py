"""Cases leave the town in a file."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import make
from tests.verbs.exports.asked import WISH, agreed, asked, fresh
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.exports.forgetting import KEPT, forget_exports
from yimen.exports.models import Export
from yimen.exports.verbs import take_export
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_each_resident_sees_that_their_case_was_taken_out_and_why() -> None:
    cases = [make.case(), make.case()]
    copy = take_export(by=make.handler(), export=agreed(), at=make.LATER)
    assert len(copy.rows) == 2
    for case in cases:
        look = looks_of(case.ref).rows[0]
        assert look.words == "taken out in a file: for a meeting about the cases"


def test_contacts_are_in_it_only_if_they_were_agreed_to() -> None:
    make.case(tell=Way.EMAIL, email="zq@example.org", contact_name="zqname")
    without = take_export(by=make.handler(), export=agreed(), at=make.LATER)
    assert "zq" not in str(without)
    wish = replace(WISH, with_contacts=True)
    assert "zq@example.org" in str(take_export(by=make.handler(), export=agreed(wish=wish), at=make.LATER).rows)


def test_once_within_a_day_and_not_before_somebody_agreed() -> None:
    make.case()
    with pytest.raises(Refused, match="second person has to agree"):
        take_export(by=make.handler(), export=asked(), at=make.LATER)
    export = agreed()
    with pytest.raises(Refused, match="More than a day"):
        take_export(by=make.handler(), export=export, at=make.LATER + timedelta(hours=24))
    stale = fresh(export.pk)
    take_export(by=make.handler(), export=export, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        take_export(by=make.handler(), export=stale, at=make.LATER)
    with pytest.raises(Refused, match="taken out already"):
        take_export(by=make.handler(), export=fresh(export.pk), at=make.LATER)
    assert history(export.ref)[-1].facts["cases"] == 1


def test_a_second_try_that_loses_leaves_no_look_behind() -> None:
    case = make.case()
    export = agreed()
    stale = fresh(export.pk)
    take_export(by=make.handler(), export=export, at=make.LATER)
    with pytest.raises(Refused):
        take_export(by=make.handler(), export=stale, at=make.LATER)
    assert len(looks_of(case.ref)) == 1


def test_nobody_takes_it_for_whoever_asked() -> None:
    make.case()
    export = agreed()
    for post in ("urban-supervisor", "housing-handler", "town-office-supervisor"):
        with pytest.raises(Refused, match="whoever asked"):
            take_export(by=make.posted(post), export=export, at=make.LATER)
    with pytest.raises(Refused, match="whoever asked"):
        take_export(by=replace(make.handler(), post_id=make.handler("housing").post_id), export=export, at=make.LATER)


def test_what_has_gone_elsewhere_since_is_left_out() -> None:
    stays, goes, erased = make.case(), make.case(), make.case()
    export = agreed()
    Case.objects.filter(pk=goes.pk).update(office=make.handler("housing").office_id)
    from yimen.cases.verbs import erase_case  # noqa: PLC0415 – only here

    erase_case(by=make.resident(erased), case=make.fresh(erased), at=make.LATER)
    copy = take_export(by=make.handler(), export=export, at=make.LATER)
    assert [row[0] for row in copy.rows] == [str(stays.pk)]
    assert not list(looks_of(goes.ref))


def test_after_two_years_nobody_knows_who_asked() -> None:
    make.case()
    asked()
    assert forget_exports(make.LATER + KEPT) == 0
    assert forget_exports(make.LATER + KEPT + timedelta(days=1)) == 1
    assert not Export.objects.exists()
