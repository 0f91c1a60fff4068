"""What is here already, as a page shows it: a line in the reader's language, and a mark instead of a number."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

from cryptography.fernet import InvalidToken
from django.utils.translation import gettext as _

from yimen.cases.models import Case
from yimen.cases.same.rules import NOT_HERE
from yimen.cases.same.too import here_already, may_say_me_too
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.seal import opened_bytes, sealed_bytes
from yimen.kernel.verdict import Refused
from yimen.people.rules import Actor
from yimen.routing.town import Town

LONGEST_MARK = 200
_PURPOSE = "me too"


class Line(NamedTuple):
    """One that is here already."""

    mark: str  # its number, sealed for this one case: it opens nothing, and nobody can make one
    words: str


def lines_for(by: Actor, case: Case, town: Town, reader: str) -> list[Line]:
    """Category, place and week; one statement, and none where it may not be said."""
    if not may_say_me_too(by, case, town):
        return []
    known = [town.catalogue.by_id[case.category_id or 0].names, town.places.by_id[case.area_id or 0].names]
    what = " · ".join(name_in(names, reader) for names in known)
    weeks = [(here.number, {"day": day_in(here.monday, reader)}) for here in here_already(case)]
    return [Line(mark_of(case, pk), f"{what} · " + _("came in the week of %(day)s") % day) for pk, day in weeks]


def mark_of(case: Case, number: int) -> str:
    """What a page says instead of a number."""
    return urlsafe_b64encode(sealed_bytes(f"{_PURPOSE}:{case.pk}:{number}".encode())).decode()


def meant_by(case: Case, mark: str) -> int:
    """The number again; refused as one that is not here if somebody made the mark up or took it from another case."""
    try:
        purpose, own, number = opened_bytes(urlsafe_b64decode(mark)).decode().split(":")
        is_ours = (purpose, own) == (_PURPOSE, str(case.pk))
    except (InvalidToken, ValueError):
        is_ours = False
    if not is_ours:
        raise Refused(NOT_HERE)
    return int(number)
