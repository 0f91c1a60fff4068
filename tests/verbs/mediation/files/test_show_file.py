"""Photos and documents in the rooms."""

import pytest

from tests import make_company
from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import RoomFile
from yimen.mediation.rooms import files as rooms_files
from yimen.mediation.rooms.files import file_in, files_of
from yimen.mediation.rooms.inside import BesideIn
from yimen.mediation.rooms.rules import JOINT, MEDIATORS, own_room
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT
PAPER = (("zqpaper.txt", b"zqcontent of a receipt"),)


def test_to_all_and_each_opens_it() -> None:
    talk = make_it.opened()
    Letter.objects.all().delete()
    verbs.show_files(by=talk.side(1), room=JOINT, files=PAPER, at=AT)
    for reader in (talk.side(1), talk.side(2), talk.mediator()):
        (shown,) = files_of(reader)
        assert (shown.name, shown.type, shown.by) == ("zqpaper.txt", "text/plain", talk.side(1).ref)
        found = file_in(reader, shown.mark)
        assert found is not None
        assert found[1] == PAPER[0][1]
    assert {row.subject for row in Letter.objects.all()} == {talk.side(2).ref}
    row = RoomFile.objects.get()
    assert b"zq" not in bytes(row.name) + bytes(row.content)


def test_alone_with_the_mediator_and_the_other_side_has_no_key() -> None:
    talk = make_it.opened()
    verbs.show_files(by=talk.side(1), room=own_room(1), files=PAPER, at=AT)
    (shown,) = files_of(talk.mediator())
    assert files_of(talk.side(2)) == []
    assert file_in(talk.side(2), shown.mark) is None
    supporter = make_company.by_code(make_company.code_of(talk, Role.SUPPORTER, side=1))
    assert files_of(supporter) == []
    assert file_in(supporter, shown.mark) is None
    with pytest.raises(Refused, match="somebody else"):
        verbs.show_files(by=talk.side(2), room=own_room(1), files=PAPER, at=AT)


def test_the_mediator_shows_it_to_all_or_to_one_side_and_not_in_other_rooms() -> None:
    talk = make_it.opened()
    Letter.objects.all().delete()
    verbs.show_files(by=talk.mediator(), room=own_room(2), files=PAPER, at=AT)
    assert len(files_of(talk.side(2))) == 1
    assert files_of(talk.side(1)) == []
    assert {row.subject for row in Letter.objects.all()} == {talk.side(2).ref}
    for room in (MEDIATORS, "side-", "side-9", f"side-{'9' * 5000}", "side-x", ""):
        with pytest.raises(Refused):
            verbs.show_files(by=talk.mediator(), room=room, files=PAPER, at=AT)
    asked = make_it.asked()
    with pytest.raises(Refused, match="not come"):
        verbs.show_files(by=asked.mediator(), room=own_room(2), files=PAPER, at=AT)


def test_it_goes_through_the_hygiene_of_all_files() -> None:
    talk = make_it.opened()
    with pytest.raises(Refused, match="program"):
        verbs.show_files(by=talk.side(1), room=JOINT, files=[*PAPER, ("x.exe", b"MZ\x90\x00" + bytes(99))], at=AT)
    with pytest.raises(Refused, match="choose a photo"):
        verbs.show_files(by=talk.side(1), room=JOINT, files=[], at=AT)
    assert not RoomFile.objects.exists()


def test_there_is_room_for_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = make_it.opened()
    monkeypatch.setattr(rooms_files, "MOST", 1)
    verbs.show_files(by=talk.side(1), room=own_room(1), files=PAPER, at=AT)
    with pytest.raises(Refused, match="room for 1 files"):
        verbs.show_files(by=talk.side(2), room=JOINT, files=PAPER, at=AT)
    monkeypatch.setattr(rooms_files, "MOST", 9)
    monkeypatch.setattr(rooms_files, "MOST_MEGABYTES", 0)
    with pytest.raises(Refused, match="0 MB"):
        verbs.show_files(by=talk.side(2), room=JOINT, files=PAPER, at=AT)


def test_a_representative_shows_for_its_side_a_supporter_only_reads_and_after_the_end_nobody_does() -> None:
    talk = make_it.opened()
    instead = make_company.acting(make_company.code_of(talk, Role.REPRESENTATIVE, side=2))
    verbs.show_files(by=instead, room=own_room(2), files=PAPER, at=AT)
    beside = make_company.by_code(make_company.code_of(talk, Role.SUPPORTER, side=1))
    assert isinstance(beside, BesideIn)
    with pytest.raises(Refused):
        verbs.show_files(by=beside, room=JOINT, files=PAPER, at=AT)  # type: ignore[arg-type]
    verbs.leave_mediation(by=talk.side(1), at=AT)
    with pytest.raises(Refused, match="has ended"):
        verbs.show_files(by=talk.side(2), room=JOINT, files=PAPER, at=AT)
