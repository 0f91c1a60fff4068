"""Photos and documents in the rooms of whoever has a code."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse

from yimen.mediation import verbs
from yimen.mediation.rooms.files import file_in
from yimen.mediation.rooms.inside import SideIn, WithCode
from yimen.mediation.rooms.rules import JOINT
from yimen.public.pages.mediation.act import Typed
from yimen.public.pages.mediation.here import with_code


def show(me: SideIn, typed: Typed, at: datetime) -> None:
    """To all, or to the mediator alone."""
    room = JOINT if typed["whom"] == "all" else me.own
    files = [(str(one.name), one.read()) for one in typed["files"]]
    verbs.show_files(by=me, room=room, files=files, at=at)


@with_code
def page(request: HttpRequest, me: WithCode, at: datetime, mark: str) -> HttpResponse:  # noqa: ARG001
    """One file of a room to which this reader has the key; downloaded, never run."""
    found = file_in(me, mark)
    if found is None:
        raise Http404
    shown, content = found
    return HttpResponse(content, headers=shown.headers)
