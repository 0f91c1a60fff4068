"""What needs more than a form's fields: a session, an undertaking or a file that belongs to this mediation."""

from datetime import datetime
from typing import Any

from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.policies import NOT_YOU
from yimen.mediation.queries.reading import agreement_of, sittings_of
from yimen.mediation.rooms.inside import JOINT, MediatorIn, own_room
from yimen.mediation.sittings.rules import Form
from yimen.mediation.verbs import Times, follow_up, sign_paper


def of_sitting(me: MediatorIn, form: Any) -> Any:  # noqa: ANN401 – a form with a sitting; the row is its app's own
    """The session that the form names, of this mediation."""
    wanted = form.cleaned_data["sitting"]
    found = next((one.sitting for one in sittings_of(me) if one.sitting.pk == wanted), None)
    if found is None:
        raise Refused(NOT_YOU)
    return found


def follow(me: MediatorIn, form: Any, at: datetime) -> None:  # noqa: ANN401 – a Following
    """What has become of the undertaking at this place of the agreement."""
    written, place = agreement_of(me), form.cleaned_data["place"]
    found = next((one for one in written.undertakings if one.place == place), None) if written else None
    if found is None:
        raise Refused(NOT_YOU)
    follow_up(by=me, undertaking=found, kept=Kept(form.cleaned_data["kept"]), at=at)


def paper(me: MediatorIn, form: Any, at: datetime) -> bool:  # noqa: ANN401 – an OnPaper
    """The scan goes along; it is sealed with the key of the joint room."""
    typed = form.cleaned_data
    pages = [(str(one.name), one.read()) for one in typed["scan"]]
    return sign_paper(by=me, side=typed["side"], digest=typed["digest"], name=typed["signature"], pages=pages, at=at)


def offer_times(me: MediatorIn, form: Any, at: datetime) -> None:  # noqa: ANN401 – an OfferingTimes
    """The times that were filled in."""
    typed = form.cleaned_data
    times = Times(form.times(), typed["minutes"], Form(typed["form"]), typed["where"])
    verbs.offer_times(by=me, times=times, at=at)


def show(me: MediatorIn, form: Any, at: datetime) -> None:  # noqa: ANN401 – a ShowingFiles
    """To all, or to one side alone."""
    typed = form.cleaned_data
    room = own_room(typed["alone"]) if typed["alone"] else JOINT
    verbs.show_files(by=me, room=room, files=[(str(one.name), one.read()) for one in typed["files"]], at=at)
