"""A person decides."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.cases.verbs import begin_mediation
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.committees.naming import candidates_for
from yimen.people.models import Appointment

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_the_head_names_somebody_of_the_list_who_is_there() -> None:
    talk = make_it.applied()
    with pytest.raises(Refused, match="of the list"):
        verbs.name_mediator(by=talk.head(), post_id=make.handler().post_id, at=AT)
    verbs.name_mediator(by=talk.head(), post_id=make_it.mediator().post_id, at=AT)
    assert (talk.row.state, talk.row.mediator_id) == ("named", make_it.mediator().staff_id)


def test_whoever_stands_in_for_the_head_has_no_door() -> None:
    from yimen.mediation.queries.mediators import head_in  # noqa: PLC0415

    talk = make_it.applied()
    assert head_in(replace(make_it.mediator(), stands_in=True), talk.pk, day_of(AT)) is None
    assert head_in(make.administrator(), talk.pk, day_of(AT)) is None


def test_whoever_was_at_work_on_the_case_stands_behind_and_the_head_reads_why() -> None:
    case = make.accepted_case(words="The wall")
    begin_mediation(by=make.resident(case), case=case, at=AT)
    talk = make_it.applied(case=case)
    assert "worked" not in candidates_for(talk.head(), AT)[0].reasons
    Appointment.objects.create(
        staff_id=make_it.mediator().staff_id, post_id=make.handler().post_id,
        from_on=date(2020, 1, 1), until_on=date(2020, 2, 1),
    )  # fmt: skip
    assert "worked" in candidates_for(talk.head(), AT)[0].reasons
    make_it.applied()
    assert "worked" not in candidates_for(make_it.applied().head(), AT)[0].reasons, "it came from no case"
