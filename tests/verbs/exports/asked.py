"""Exports in every stage, made by the verbs."""

from datetime import datetime

from tests import make
from yimen.exports.models import Export
from yimen.exports.verbs import Wish, agree_export, ask_export
from yimen.people.rules import Acting

WISH = Wish(purpose="take_meeting", why="The office meets on Friday.")


def asked(by: Acting | None = None, wish: Wish = WISH, at: datetime = make.LATER) -> Export:
    """Somebody of the urban management wants its cases in a file."""
    return fresh(ask_export(by=by or make.handler(), wish=wish, at=at))


def agreed(at: datetime = make.LATER, wish: Wish = WISH) -> Export:
    """Its supervisor agrees."""
    export = asked(wish=wish, at=at)
    agree_export(by=make.supervisor("urban"), export=export, at=at)
    return fresh(export.pk)


def fresh(pk: int) -> Export:
    """As somebody else reads it now."""
    export: Export = Export.objects.select_related("office").get(pk=pk)
    return export
