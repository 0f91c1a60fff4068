"""A file is taken back, and forgotten with the mediation."""

from datetime import timedelta

import pytest

from tests import make_mediation as make_it
from tests.verbs.mediation.files.test_show_file import PAPER
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.forgetting import WITHOUT_AGREEMENT, forget_mediations
from yimen.mediation.models import RoomFile
from yimen.mediation.rooms.files import files_of
from yimen.mediation.rooms.rules import JOINT, own_room

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_only_by_whoever_has_shown_it() -> None:
    talk, other = make_it.opened(), make_it.opened()
    verbs.show_files(by=talk.side(1), room=JOINT, files=PAPER, at=AT)
    (shown,) = files_of(talk.side(1))
    for who in (talk.side(2), talk.mediator(), other.side(1)):
        with pytest.raises(Refused, match="somebody else"):
            verbs.take_back_file(by=who, mark=shown.mark, at=AT)
    verbs.take_back_file(by=talk.side(1), mark=shown.mark, at=AT)
    assert files_of(talk.mediator()) == []
    with pytest.raises(Refused, match="somebody else"):
        verbs.take_back_file(by=talk.side(1), mark=shown.mark, at=AT)


def test_what_is_not_needed_is_forgotten() -> None:
    talk = make_it.opened()
    verbs.show_files(by=talk.mediator(), room=own_room(1), files=PAPER, at=AT)
    verbs.leave_mediation(by=talk.side(1), at=AT)
    assert len(files_of(talk.side(1))) == 1, "it can be read to the end"
    forget_mediations(AT + WITHOUT_AGREEMENT + timedelta(days=1))
    assert not RoomFile.objects.exists()
