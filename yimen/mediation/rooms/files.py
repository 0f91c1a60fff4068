"""Photos and documents that are shown in a room: sealed with its key, like the words beside them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Sum

from yimen.files.rules import MEGABYTE, SHOWN, Cleaned
from yimen.files.serving import safely
from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.models import Mediation, RoomFile
from yimen.mediation.rooms.inside import WithKeys
from yimen.mediation.rooms.keys import Ring

MOST = 40  # of one mediation
MOST_MEGABYTES = 100

FULL = gettext_noop("This mediation has room for %(most)s files and %(megabytes)s MB. Please take one back first.")


@dataclass(frozen=True)
class Shown:
    """A file as those with the key of its room see it."""

    mark: str
    room: str
    at: datetime
    by: str
    name: str
    type: str
    size: int

    @property
    def headers(self) -> dict[str, str]:
        """How it is served: downloaded, or seen if it is a picture that we made anew; never run."""
        return safely(self.name, self.type, self.size, in_page=self.type in SHOWN)


def has_room(mediation_id: int, files: Sequence[Cleaned]) -> Verdict:
    """Is there room for these? Until the transaction ends no other file comes in; two statements."""
    list(Mediation.objects.select_for_update(no_key=True).filter(pk=mediation_id).values_list("pk"))
    there = RoomFile.objects.filter(mediation_id=mediation_id).aggregate(number=Count("id"), size=Sum("size"))
    size = (there["size"] or 0) + sum(len(one.content) for one in files)
    if there["number"] + len(files) <= MOST and size <= MOST_MEGABYTES * MEGABYTE:
        return YES
    return Verdict(FULL, {"most": MOST, "megabytes": MOST_MEGABYTES})


def keep(ring: Ring, room: str, file: Cleaned, *, by: str, at: datetime) -> None:
    """It is shown in this room."""
    RoomFile.objects.create(
        mediation_id=ring.mediation_id,
        room=room,
        mark=secrets.token_urlsafe(16),
        at=at,
        by=by,
        type=file.type,
        size=len(file.content),
        name=ring.seal(room, file.name),
        content=ring.seal_bytes(room, file.content),
    )


def files_of(reader: WithKeys) -> list[Shown]:
    """What is shown in the rooms of this reader, oldest first; one statement, without their contents."""
    rows = RoomFile.objects.filter(mediation_id=reader.mediation.pk, room__in=reader.ring.rooms).defer("content")
    return [_opened(reader.ring, row) for row in rows.order_by("id")]


def file_in(reader: WithKeys, mark: str) -> tuple[Shown, bytes] | None:
    """One of them with its content; nothing where the reader has no key."""
    rows = RoomFile.objects.filter(mediation_id=reader.mediation.pk, room__in=reader.ring.rooms, mark=mark)
    row = rows.first()
    return (_opened(reader.ring, row), reader.ring.open_bytes(row.room, row.content)) if row else None


def _opened(ring: Ring, row: RoomFile) -> Shown:
    return Shown(row.mark, row.room, row.at, row.by, ring.open(row.room, row.name), row.type, row.size)
