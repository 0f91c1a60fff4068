"""Two windows at the same moment: the last free place in a room is given once."""

from functools import partial

import pytest

from tests import make_mediation as make_it
from tests.verbs.mediation.companion.test_at_once import at_once
from yimen.mediation import verbs
from yimen.mediation.models import RoomFile
from yimen.mediation.rooms import files as rooms_files
from yimen.mediation.rooms.rules import JOINT

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_the_last_free_place_is_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms_files, "MOST", 1)
    for _ in range(3):
        talk = make_it.opened()
        file = [("zqpaper.txt", b"zqcontent")]
        sides = [talk.side(1), talk.side(2)]
        said = at_once(*(partial(verbs.show_files, by=me, room=JOINT, files=file, at=make_it.AT) for me in sides))
        assert sorted(said) == ["", rooms_files.FULL]
        assert RoomFile.objects.filter(mediation_id=talk.pk).count() == 1
