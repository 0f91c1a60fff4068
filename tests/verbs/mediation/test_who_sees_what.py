"""The table of who sees what, cell by cell: all that each reader's queries give, and the bytes of the database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps

from tests import make, make_company
from tests import make_mediation as make_it
from tests.verbs.mediation.seeing import FIRST, at_the_desk, database, inside, plainly, wrong
from yimen.cases.verbs import begin_mediation
from yimen.kernel.verdict import Refused
from yimen.mediation.companions.rules import Role
from yimen.mediation.models import Agreement, Companion, Entry, Proposal, RoomKey, Side, Signature, Sitting
from yimen.mediation.queries import mediators as desk
from yimen.mediation.queries.companions import companions_of
from yimen.mediation.queries.outside import Known, known_of
from yimen.mediation.queries.reading import (
    looks_at,
    names_of,
    summary_for,
)
from yimen.mediation.rooms.inside import BesideIn
from yimen.mediation.rooms.keys import NoKey
from yimen.mediation.rooms.rules import JOINT, SEES, Reader, own_room
from yimen.mediation.verbs import (
    Times,
    Wanted,
    answer_times,
    bring_companion,
    confirm_rights,
    dismiss_companion,
    draft_agreement,
    hold_sitting,
    note_for_oneself,
    note_to_all,
    note_to_side,
    offer_times,
    propose_to_all,
    put_to_signing,
    say_privately,
    say_to_all,
    show_files,
)
from yimen.search.index import complete
from yimen.search.models import Document

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def talk() -> make_it.Talk:
    """A referred mediation in which everything has been said that can be said, and that ended well."""
    case = make.accepted_case(words="The wall")
    begin_mediation(by=make.resident(case), case=case, at=make_it.AT)
    talk = make_it.opened(case=case)
    _talk_about_everything(talk)
    company = ((Role.SUPPORTER, 1), (Role.REPRESENTATIVE, 2), (Role.GUARDIAN, 1), (Role.INTERPRETER, 2))
    for role, side in company:
        code = make_company.code_of(talk, role, side=side)
        talk.company[Companion.objects.latest("pk").pk] = code
    return _signed(talk)


def _talk_about_everything(talk: make_it.Talk) -> None:
    for number in (1, 2):
        say_privately(by=talk.side(number), words=f"zqalone-{number}", at=make_it.AT)
        note_to_side(by=talk.mediator(), side=number, words=f"zqanswer-{number}", at=make_it.AT)
        note_to_side(by=talk.mediator(), side=number, words=f"zqcaucus-{number}", is_caucus=True, at=make_it.AT)
    for alone in (0, 1, 2):
        words = f"zqheld-{alone}" if alone else "zqrecord"
        sitting = make_it.planned(talk, alone)
        hold_sitting(by=talk.mediator(), sitting=sitting, words=words, facts="zqaccepted", at=make_it.AT)
    offer_times(by=talk.mediator(), times=Times([make_it.AT + timedelta(days=9)], where="zqcould"), at=make_it.AT)
    for number in (1, 2):
        answer_times(by=talk.side(number), suits=[], at=make_it.AT)
    for by, n in ((talk.side(1), 1), (talk.side(2), 2), (talk.mediator(), 0)):
        paper = (f"zqpaper-{n}.txt", f"zqcontent-{n}".encode())
        show_files(by=by, room=own_room(n) if n else JOINT, files=[paper], at=make_it.AT)
    say_to_all(by=talk.side(2), words="zqjoint-side", at=make_it.AT)
    note_to_all(by=talk.mediator(), words="zqjoint-mediator", at=make_it.AT)
    note_for_oneself(by=talk.mediator(), words="zqmine", at=make_it.AT)
    propose_to_all(by=talk.side(1), words="zqproposal", at=make_it.AT)


def _signed(talk: make_it.Talk) -> make_it.Talk:
    for number in (1, 2):
        confirm_rights(by=talk.side(number), at=make_it.AT)
    draft_agreement(by=talk.mediator(), text=make_it.text(), at=make_it.AT)
    put_to_signing(by=talk.mediator(), at=make_it.AT)
    make_it.sign_all(talk)
    return talk


def test_the_table_cell_by_cell(talk: make_it.Talk) -> None:
    _with_company(talk)
    for number in (1, 2):
        text = inside(talk.side(number))
        assert list(wrong(Reader.SIDE, text, number)) == []
        assert {mark in text for mark in FIRST} == {number == 1}
    text = inside(talk.mediator())
    # What is "own" to a side is "another's" to the mediator.
    assert [line for line in wrong(Reader.MEDIATOR, text) if " OWN_" not in line] == []
    assert all(mark in text for mark in FIRST)
    stand_in = replace(make_it.mediator(), stands_in=True)
    for reader, who in ((Reader.STAND_IN, stand_in), *((Reader.ADMINISTRATOR, one()) for one in NOBODY)):
        assert list(wrong(reader, at_the_desk(who, talk.pk))) == []
    head = talk.head()
    assert not hasattr(head, "ring")
    assert list(wrong(Reader.COMMITTEE, plainly(head.mediation))) == []
    known = known_of(talk.row.case_id or 0)
    assert known is Known.AGREED
    assert list(wrong(Reader.DEPARTMENT, str(known))) == []
    _nothing_derived()
    text = database()
    assert list(wrong(Reader.DATABASE, text)) == []
    assert not any(mark in text for mark in (*FIRST, *talk.codes.values()))


#: Whoever else has a post: an administrator, and those who have the case.
NOBODY = (make.administrator, make.supervisor, make.handler)


def _nothing_derived() -> None:
    """The search has found the case itself again, and nothing of what was said; the figures neither."""
    complete(make_it.AT)
    tables = [m for m in apps.get_models() if m._meta.app_label in {"search", "stats"}]
    text = plainly([list(model._default_manager.all()) for model in tables])
    assert Document.objects.exists()
    for reader in (Reader.SEARCH, Reader.FIGURES):
        assert [line for line in wrong(reader, text) if "STATE" not in line] == []


def _with_company(talk: make_it.Talk) -> None:
    """Whoever comes with a side, by each code in turn; and whoever was sent away, whose code opens nothing."""
    for pk, code in talk.company.items():
        me, side = make_company.by_code(code), Companion.objects.get(pk=pk).side.number
        reader = Reader.BESIDE if isinstance(me, BesideIn) else Reader.ACTING
        text = inside(me)
        assert list(wrong(reader, text, side)) == []
        assert any(mark in text for mark in FIRST) is (reader is Reader.ACTING and side == 1)
    gone = Companion.objects.get(role=Role.GUARDIAN)
    dismiss_companion(by=talk.side(1), companion=gone.pk, at=make_it.AT)
    with pytest.raises(Refused):
        make_company.by_code(talk.company[gone.pk])
    assert not RoomKey.objects.filter(bearer=gone.ref).exists()
    assert SEES[Reader.SENT_AWAY] == frozenset()


def test_whoever_is_only_named_reads_who_they_are() -> None:
    named = make_it.named()
    for role, side in ((Role.SUPPORTER, 1), (Role.REPRESENTATIVE, 2)):
        wanted = Wanted(role, f"zqcompany-{role}-{side}")
        bring_companion(by=named.side(1), wanted=wanted, at=make_it.AT)
    reader = named.named()
    text = plainly([reader.mediation, names_of(reader), companions_of(reader)]).replace(
        "named", "agreed"
    )  # the state it is in
    assert list(wrong(Reader.NAMED, text)) == []
    assert reader.ring.rooms == [JOINT]
    assert desk.mediation_for(make_it.mediator(), named.pk, make_it.AT) is None


def test_whoever_is_invited_reads_the_summary_and_not_the_first_words() -> None:
    asked = make_it.asked()
    reader = asked.invited()
    text = plainly([reader.mediation, names_of(reader), summary_for(reader)]).replace("inviting", "agreed")
    assert list(wrong(Reader.INVITED, text)) == []
    assert not any(mark in text for mark in FIRST)
    for entry in Entry.objects.filter(mediation_id=asked.pk).exclude(room=JOINT):
        with pytest.raises(NoKey):
            reader.ring.open(entry.room, entry.words)


def test_with_the_keys_of_one_side_nothing_of_the_other_opens(talk: make_it.Talk) -> None:
    """Whatever a query for one side were to fetch by mistake: there is no key for it, nor in another place."""
    tables = {
        Entry: "words",
        Sitting: "where",
        Proposal: "words",
        Agreement: "text",
        Signature: "words",
        Side: "name",
        Companion: "name",
    }
    sealed = [bytes(getattr(row, column)) for table, column in tables.items() for row in table._default_manager.all()]
    theirs = {1: "zqalone-2", 2: "zqalone-1"}
    for number, mark in theirs.items():
        ring = talk.side(number).ring
        assert ring.rooms == [JOINT, f"side-{number}"]
        opened = []
        for value in sealed:
            for room in ring.rooms:
                try:
                    opened.append(ring.open(room, value))
                except NoKey:
                    continue
        assert opened, "its own opens"
        assert not any(mark in text for text in opened)
        with pytest.raises(NoKey):
            ring.key(f"side-{3 - number}")
    before = len(looks_at(talk.side(1)))
    talk.mediator(make_it.AT + timedelta(minutes=1))
    looks = looks_at(talk.side(2))
    assert looks.more or len(looks) == before + 1
    assert (looks.rows[0].words, looks.rows[0].role) == ("to mediate between you", "mediator")
