"""What the index was told some time ago is still right: names are looked for by today's rules, in today's town."""

import pytest

from tests import make
from tests.verbs.search.test_index import found
from yimen.cases.models import Case
from yimen.cases.rules import Kept
from yimen.kernel.models import new_edition
from yimen.people.models import Office
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.places.verbs import import_areas
from yimen.search import names
from yimen.search.index import index_cases, rebuild
from yimen.search.models import Document

pytestmark = pytest.mark.django_db


def moved(code: str, parent: str) -> None:
    """This area lies in another township from now on."""
    place = make.town().places.by_code[code]
    plan = AreaPlan("KS", (PlannedPlace(code, place.level, parent, dict(place.names), None),))
    import_areas(by=make.OPERATOR, plan=plan, at=make.LATER)


def test_after_an_area_has_moved_its_old_cases_are_found_where_it_lies_now() -> None:
    case = make.case(words="The lamp is dark")
    index_cases([case.pk])
    moved("KS01A", "KS02")
    places = make.town().places.by_code
    for place in ("KS02", "KS01A"):
        assert found("lamp", place=places[place].id) == [case.pk], place
    assert found("lamp", place=places["KS01"].id) == []
    name = next(iter(places["KS02"].names.values()))
    assert found(f'"{name}"') == [case.pk]  # what lies in the place of this name


def test_cases_of_an_office_that_got_another_superior_are_found_by_that_one() -> None:
    case = make.case(words="The lamp is dark")
    index_cases([case.pk])
    boss, office = make.supervisor("housing"), Office.objects.get(pk=case.office_id)
    assert found("lamp", boss) == []
    office.parent_id, office.path = boss.office_id, f"{boss.office_path}{office.pk}/"
    office.save()
    new_edition("people")
    assert found("lamp", boss) == [case.pk]


def test_of_too_many_the_one_they_lie_in_stands_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    case = make.case(words="The lamp is dark")
    index_cases([case.pk])
    monkeypatch.setattr(names, "MOST", 1)
    name = next(iter(make.town().places.by_code["KS01"].names.values()))
    assert found(f'"{name}"') == [case.pk]


def test_a_case_that_no_longer_knows_whom_it_is_of_keeps_its_document() -> None:
    """By older rules, too: its name could not be taken out of its words any more."""
    case = make.case(words="Dolma’s lamp is dark", contact_name="Dolma")
    index_cases([case.pk])
    tokens = Document.objects.get().tokens
    Case.objects.filter(pk=case.pk).update(contact_name="", kept=Kept.NO_CONTACTS)
    Document.objects.update(edition=1)
    assert rebuild() == 0
    assert Document.objects.values_list("edition", "tokens").get() == (2, tokens)
    assert found("Dolma") == []
    assert rebuild(anew=True) == 0
