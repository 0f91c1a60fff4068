"""A town of one's own is founded: after it, a case can come in and be worked on."""

from dataclasses import replace

import pytest
from django.contrib.auth import authenticate

from tests import make
from yimen.cases.verbs import accept_case, submit_case
from yimen.journeys.founding import Founding, found_town
from yimen.journeys.packs import pack_folder
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Office, Post, Staff
from yimen.people.queries import posts_of
from yimen.people.rules import Resident, Role
from yimen.places.models import Place

pytestmark = pytest.mark.django_db
OURS = Founding("SF", "San Francisco", "en", pack_folder("generic"))


def test_a_founded_town_takes_a_case_and_its_handler_accepts_it() -> None:
    sign_ins = found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)
    assert [sign_in.role for sign_in in sign_ins] == [Role.CLERK, Role.HANDLER, Role.SUPERVISOR, Role.ADMINISTRATOR]
    sent = make.sent(category="streets.lighting", longitude=None, latitude=None)
    case = make.fresh(submit_case(by=Resident(0), sent=sent, at=make.MONDAY).case)
    assert case.office.code == "SF-urban"
    handler = Staff.objects.get(username="handler")
    acting = posts_of(handler.pk, day_of(make.MONDAY))[0]  # where most of the work is
    accept_case(by=acting, case=case, at=make.MONDAY)


def test_the_sign_ins_open_the_desk() -> None:
    for sign_in in found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY):
        staff = Staff.objects.get(username=sign_in.username)
        assert staff.check_password(sign_in.password)
        assert posts_of(staff.pk, day_of(make.MONDAY))
    assert authenticate(username="clerk", password="clerk") is None


def test_founded_twice_it_is_one_town_and_no_password_changes() -> None:
    found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)
    before = (Office.objects.count(), Staff.objects.get(username="clerk").password)
    assert found_town(by=make.OPERATOR, founding=OURS, at=make.LATER) == []
    assert (Office.objects.count(), Staff.objects.get(username="clerk").password) == before


def test_founded_again_the_offices_keep_what_the_town_has_made_of_them() -> None:
    """Their telephones were gone, and their hours as on the first day."""
    found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)
    own = {"telephone": "0941-1", "hours": {"sun": [["10:00", "11:00"]]}, "names": {"en": "Lamps and roads"}}
    Office.objects.filter(code="SF-urban").update(**own)
    Post.objects.filter(code="SF-urban-handler").update(names={"en": "Keeper of the lamps"})
    found_town(by=make.OPERATOR, founding=OURS, at=make.LATER)
    office = Office.objects.get(code="SF-urban")
    assert {name: getattr(office, name) for name in own} == own
    assert Post.objects.get(code="SF-urban-handler").names == {"en": "Keeper of the lamps"}


def test_founded_again_the_town_gets_its_name_in_another_language() -> None:
    found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)
    found_town(by=make.OPERATOR, founding=replace(OURS, name="旧金山", language="zh-hans"), at=make.LATER)
    assert Place.objects.get().names == {"en": "San Francisco", "zh-hans": "旧金山"}


@pytest.mark.parametrize("name", ["", "   ", "\N{RIGHT-TO-LEFT OVERRIDE}", "a" * 500])
def test_a_town_has_a_name_that_can_be_read(name: str) -> None:
    """Founded again without a name, the town would have lost it everywhere."""
    found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)
    with pytest.raises(Refused):
        found_town(by=make.OPERATOR, founding=replace(OURS, name=name), at=make.LATER)
    assert Place.objects.get().names == {"en": "San Francisco"}


def test_the_first_four_are_called_by_what_they_do_in_the_towns_language() -> None:
    found_town(by=make.OPERATOR, founding=replace(OURS, name="旧金山", language="zh-hans"), at=make.MONDAY)
    assert Staff.objects.get(username="administrator").name == "管理员"


def test_a_second_town_is_refused() -> None:
    make.town()
    with pytest.raises(Refused, match="There is a town in this database already: KS"):
        found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)


def test_another_pack_takes_nothing_away() -> None:
    found_town(by=make.OPERATOR, founding=OURS, at=make.MONDAY)
    other = Founding("SF", "San Francisco", "en", pack_folder("cn"))
    with pytest.raises(Refused, match="lives by another pack"):
        found_town(by=make.OPERATOR, founding=other, at=make.MONDAY)
    assert Place.objects.count() == 1
