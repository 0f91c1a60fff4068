"""Everything of a case that its resident may read, as a file of theirs: JSON, and the files that came along."""

import json
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from yimen.cases.joint.holders import letters_subject
from yimen.cases.models import Case
from yimen.cases.needs.rules import needs_in
from yimen.cases.story import Scene, Story, story_of
from yimen.files.queries import FileFacts, open_content
from yimen.kernel.verdict import Refused
from yimen.notifications.queries import letters_of
from yimen.privacy.looks import LookFacts, looks_of
from yimen.routing.town import Town

_IN_MEMORY = 8 << 20  # bytes; more goes to a file without a name, which is gone when it is closed
_NOT_IN_A_NAME = re.compile(r"[^\w.()+-]+")


def own_copy(case: Case, town: Town, at: datetime) -> IO[bytes]:
    """A ZIP file with ``case.json`` and ``files/``; whoever holds the receipt may have it at any time."""
    story = story_of(case, town)
    made: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 – whoever answers closes it
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        names = {file.id: name for file in story.files if (name := _added(copy, file))}
        told = _told(case, story, town, at, names)
        copy.writestr("case.json", json.dumps(told, ensure_ascii=False, indent=2, default=str))
    made.seek(0)
    return made


def _added(copy: zipfile.ZipFile, file: FileFacts) -> str:
    """Put the file in; its name there has no folder in it, whatever it was called. Empty if its bytes are missing."""
    name = f"files/{file.id}-{_NOT_IN_A_NAME.sub('_', file.name).lstrip('.')[-120:]}"
    try:
        with open_content(file) as content, copy.open(name, "w") as into:
            while piece := content.read(1 << 20):
                into.write(piece)
    except Refused:
        return ""
    return name


def _told(case: Case, story: Story, town: Town, at: datetime, names: dict[int, str]) -> dict[str, Any]:
    category = town.catalogue.by_id.get(case.category_id or 0)
    area = town.places.by_id.get(case.area_id or 0)
    as_they_are = "received_at state stage kind channel language words place_words longitude latitude consent".split()
    so_far = "due_on ended_at reopened kept".split()
    files = [
        {"at": f.at, "by": f.by.partition(":")[0], "name": f.name, "type": f.type, "in": names.get(f.id)}
        for f in story.files
    ]
    return {
        "copied_at": at,
        "case": {name: getattr(case, name) for name in (*as_they_are, *so_far)}
        | _reaching(case)
        | {
            "category": category.names if category else None,
            "place": area.names if area else None,
            "office": town.offices.by_id[case.office_id].names,
        },
        "story": [_scene(scene) for scene in story.scenes],
        "dates": [
            {"stage": t.stage, "state": t.state, "due_on": t.due_on, "ended_on": t.ended_on} for t in story.terms
        ],
        "files": files,
        "letters": [
            {"at": one.at, "title": one.title, "body": one.body, "way": one.way, "state": one.state}
            for one in letters_of(letters_subject(case))
        ],
        "looks": [
            {"at": look.at, "office": look.office_names, "role": look.role, "purpose": look.words}
            for look in _all_looks(case.ref)
        ],
    }


def _reaching(case: Case) -> dict[str, Any]:
    """How whoever holds this receipt is told; of those who stand in the case with them, nothing."""
    mine, own_name = (case.holder, "") if case.holder else (case, case.contact_name)
    return {"tell": mine.tell, "contact_name": own_name, "email": mine.email, "phone": mine.phone} | (
        {} if case.holder else {"postal": case.postal, "needs": [need.value for need in needs_in(case.needs)]}
    )


def _scene(scene: Scene) -> dict[str, Any]:
    rating = getattr(scene.opinion, "rating", None)
    parts = "stage finding outcome claims facts opinion basis remedies".split()
    return {
        "at": scene.at,
        "what": scene.title,
        "by": scene.by.partition(":")[0],
        "office": scene.office.names if scene.office else None,
        "texts": scene.texts,
        "answer": {part: getattr(scene.opinion, part) for part in parts} if scene.opinion else None,
        "rating": {part: getattr(rating, part) for part in "solved satisfied visits words".split()} if rating else None,
    }


def _all_looks(subject: str) -> Iterator[LookFacts]:
    before: int | None = None
    while True:
        looks = looks_of(subject, before=before, most=500)
        yield from looks
        if not looks.more:
            return
        before = looks.rows[-1].id
