"""An office reports on an instruction."""

import pytest

from tests import make
from tests.verbs.cases import facts
from tests.verbs.supervision.test_instruct_office import UNTIL, instructed
from yimen.kernel.verdict import Refused
from yimen.supervision.instructions import instructions_on
from yimen.supervision.verbs.instruct_office import instruct_office
from yimen.supervision.verbs.report_back import report_back

pytestmark = pytest.mark.django_db


def test_the_report_stands_under_its_instruction() -> None:
    case = instructed()
    report_back(by=make.handler(), case=case, text="Somebody was there.", at=make.LATER)
    (one,) = instructions_on(case)
    assert (one.report, one.reported_at) == ("Somebody was there.", make.LATER)
    assert facts.last_entry(case).code == "case.reported"
    assert not one.is_late(UNTIL.replace(day=30))
    instruct_office(by=make.supervisor(), case=case, text="And now mend it.", until_on=UNTIL, at=make.LATER)
    assert [i.is_late(UNTIL.replace(day=30)) for i in instructions_on(case)] == [False, True]


def test_once_and_only_on_an_instruction() -> None:
    with pytest.raises(Refused, match="no instruction"):
        report_back(by=make.handler(), case=make.fresh(make.accepted_case()), text="Done.", at=make.LATER)
    case = instructed()
    with pytest.raises(Refused):
        report_back(by=make.handler(), case=case, text="", at=make.LATER)
    report_back(by=make.handler(), case=case, text="Done.", at=make.LATER)
    with pytest.raises(Refused, match="no instruction"):
        report_back(by=make.handler(), case=case, text="Done.", at=make.LATER)


def test_only_the_office_that_has_the_case_reports() -> None:
    case = instructed()
    for by in (make.supervisor("urban"), make.handler("housing"), make.administrator()):
        with pytest.raises(Refused):
            report_back(by=by, case=case, text="Done.", at=make.LATER)
