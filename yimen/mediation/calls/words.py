"""Those who are in a session by video, and what is told to whoever waits, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from yimen.mediation.calls.rules import COMPANION, INTERPRETER, MEDIATOR, part_beside, part_of
from yimen.mediation.queries.companions import Beside
from yimen.mediation.queries.reading import Named
from yimen.mediation.rules import MOST_SIDES

PARTS = {MEDIATOR: _("Mediator"), INTERPRETER: _("Interpreter"), COMPANION: _("Companion")}
COMING = _("Please wait. The mediator sees that you are here.")
HELD = _(
    "The mediator is talking with somebody else alone, as is usual. You hear and see nothing of it, and nobody hears"
    " or sees you. They will bring you back, or talk with you alone too."
)


def parts_in_words(names: Iterable[Named] = (), beside: Iterable[Beside] = ()) -> dict[str, str]:
    """Whoever may be in a call: by their names for those who have the key to them, for a guest as "side 1"."""
    sides = {part_of(number): gettext("Side %(number)s") % {"number": number} for number in range(1, MOST_SIDES + 1)}
    sides |= {part_of(one.number): one.name for one in names}
    sides |= {part_beside(one.id, one.role): f"{one.name} · {sides[part_of(one.side)]}" for one in beside}
    return {part: gettext(words) for part, words in PARTS.items()} | sides


def waiting_words(*, is_held: bool) -> str:
    """What somebody reads who waits before the door."""
    return gettext(HELD if is_held else COMING)
