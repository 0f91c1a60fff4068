"""The notes of colleagues, as those read them who have the case."""

from collections.abc import Mapping

from yimen.cases.together.noting import notes_for
from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened


def notes_on(request: AtDesk, opened: Opened) -> Mapping[int, str]:
    """Their words by number; one statement, and none where nobody has written one."""
    is_noted = any(scene.code == "case.noted" for scene in opened.story.scenes)
    return notes_for(request.acting, opened.seen.case) if is_noted else {}
