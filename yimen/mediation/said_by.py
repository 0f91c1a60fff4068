"""Who is speaking, as each reader reads it: "You", one of the sides by its name, the mediator.

A side chooses how it is called. So its name never stands alone where it could be taken for somebody else's words.
"""

from collections.abc import Iterable
from enum import Enum

from django.utils.translation import gettext as _

from yimen.mediation.queries.companions import Beside
from yimen.mediation.queries.reading import Named
from yimen.mediation.words import ROLES


class Speaker(Enum):
    """Those who have no name of their own here."""

    YOU = "you"
    MEDIATOR = "mediator"


def speaker(by: str, me: str, sides: Iterable[Named], beside: Iterable[Beside] = ()) -> Speaker | Beside | str:
    """The reader, the mediator, a side's name, or somebody who comes with a side."""
    if by == me:
        return Speaker.YOU
    if with_it := next((one for one in beside if one.ref == by), None):
        return with_it
    return next((one.name for one in sides if one.ref == by), Speaker.MEDIATOR)


def in_words(who: Speaker | Beside | str) -> str:
    """As it stands above what was said."""
    if isinstance(who, Beside):
        return _("%(name)s, %(role)s of one of the sides") % {"name": who.name, "role": _(ROLES[who.role])}
    if who is Speaker.YOU:
        return _("You")
    return _("The mediator") if who is Speaker.MEDIATOR else _("%(name)s, one of the sides") % {"name": who}
