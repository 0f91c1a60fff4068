"""The offices that a form offers for a case."""

from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yimen.desk.opening import Opened
from yimen.kernel.languages import name_in
from yimen.people.queries import OfficeFacts

Choices = list[tuple[Any, Any]]


def offices_for(opened: Opened) -> Choices:
    """Every open office under its place, but neither the one that holds the case nor any that stands aside."""
    language, town, case = get_language() or "", opened.town, opened.seen.case
    offered = [
        office
        for office in town.offices.by_id.values()
        if office.is_open and office.id != case.office_id and not _is_accused(office, opened)
    ]
    offered.sort(key=lambda office: office.place_path)
    groups = [
        (name_in(town.places.by_id[place].names, language), [(o.code, name_in(o.names, language)) for o in inside])
        for place, inside in groupby(offered, key=lambda office: office.place_id)
    ]
    return [("", _("Please choose")), *groups]


def _is_accused(office: OfficeFacts, opened: Opened) -> bool:
    """The office that the case is about, and those below it, get it from nobody."""
    accused_id = opened.seen.case.accused_office_id
    return accused_id is not None and opened.town.offices.answers_to(office.id, accused_id)
