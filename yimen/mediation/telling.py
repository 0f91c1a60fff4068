"""Letters to the sides. None of them says what it is about, with whom, or which committee: a letter lies open."""

from datetime import date, datetime

from yimen.kernel.languages import day_in
from yimen.kernel.models import editions
from yimen.mediation.models import Mediation, Side
from yimen.notifications.letters import EDITION, promise_letter


def tell_side(side: Side, code: str, *, at: datetime, until: date | None = None) -> None:
    """Promise this letter to one side, in their language and by the way they chose."""
    promise_letter(
        code,
        subject=side.ref,
        language=side.language,
        way=side.tell,
        address={"email": side.email, "sms": side.phone}.get(side.tell, ""),
        at=at,
        edition=editions().get(EDITION, 0),
        **({"until": day_in(until, side.language)} if until else {}),
    )


def tell_all(mediation: Mediation, code: str, *, at: datetime, but: int = 0, until: date | None = None) -> None:
    """The same to all who have come, but whoever did it."""
    for side in Side.objects.filter(mediation=mediation, standing="in").exclude(number=but):
        tell_side(side, code, at=at, until=until)
