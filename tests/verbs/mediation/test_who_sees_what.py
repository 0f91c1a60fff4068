"""The table of who sees what, cell by cell: all that each reader's queries give, and the bytes of the database."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from tests import make
from tests import make_mediation as make_it
from yimen.cases.verbs import begin_mediation
from yimen.kernel.clock import day_of
from yimen.mediation.models import Agreement, Entry, Proposal, Side, Signature, Sitting
from yimen.mediation.queries import mediators as desk
from yimen.mediation.queries.outside import Known, known_of
from yimen.mediation.queries.reading import (
    addresses_of,
    agreement_of,
    looks_at,
    names_of,
    proposals_of,
    sittings_of,
    summary_for,
    words_of,
)
from yimen.mediation.rooms.inside import MediatorIn, SideIn
from yimen.mediation.rooms.keys import NoKey
from yimen.mediation.rooms.rules import JOINT, SEES, Part, Reader
from yimen.mediation.verbs import (
    confirm_rights,
    draft_agreement,
    hold_sitting,
    note_for_oneself,
    note_to_all,
    note_to_side,
    propose_to_all,
    put_to_signing,
    say_privately,
    say_to_all,
)
from yimen.people.rules import Acting
from yimen.search.index import complete
from yimen.search.models import Document

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

#: A mark in everything that there is to see. {0} is the reader's own side, {1} the other one.
MARKS: dict[Part, tuple[str, ...]] = {
    Part.STATE: ("agreed",),
    Part.COVER: ("neighbours",),
    Part.NAMES: (make_it.TASHI, make_it.ZHANG),
    Part.SUMMARY: (make_it.SUMMARY,),
    Part.JOINT_WORDS: ("zqjoint-side", "zqjoint-mediator", "zqrecord", "zqaccepted", "zqproposal", make_it.DISCLOSURE),
    Part.AGREEMENT: ("zqfacts", "zqterms", "zqpromise", "zqsigned 1", "zqsigned mediator"),
    Part.SITTINGS: (f"{make_it.WHERE} 0",),
    Part.OWN_WORDS: ("zqalone-{0}", "zqanswer-{0}", "zqcaucus-{0}", "zqheld-{0}", f"{make_it.WHERE} {{0}}"),
    Part.OTHER_WORDS: ("zqalone-{1}", "zqanswer-{1}", "zqcaucus-{1}", "zqheld-{1}", f"{make_it.WHERE} {{1}}"),
    Part.MEDIATORS_WORDS: ("zqscreen", "zqmine"),
    Part.ADDRESSES: ("zq13900000001",),
}
#: What the applicant has written before anybody else was there: a side's own words, of side 1.
FIRST = (make_it.CLAIM, make_it.REACH, make_it.WISH)


@pytest.fixture
def talk() -> make_it.Talk:
    """A referred mediation in which everything has been said that can be said, and that ended well."""
    case = make.accepted_case(words="The wall")
    begin_mediation(by=make.resident(case), case=case, at=make_it.AT)
    talk = make_it.opened(case=case)
    _talk_about_everything(talk)
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


def plainly(thing: Any) -> str:  # noqa: ANN401 – whatever a query gives
    """Everything that is in it, as text; bytes as what they are."""
    if isinstance(thing, Model):
        return " ".join(f"{f.name}={getattr(thing, f.attname)!r}" for f in thing._meta.concrete_fields)
    if isinstance(thing, dict):
        return " ".join(f"{key} {plainly(value)}" for key, value in thing.items())
    if isinstance(thing, list | tuple | set):
        return " ".join(map(plainly, thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        return " ".join(plainly(getattr(thing, name)) for name in thing.__dataclass_fields__)
    return str(thing)


def inside(reader: SideIn | MediatorIn) -> str:
    """All that somebody with keys reads."""
    read: list[Any] = [reader.mediation, names_of(reader), words_of(reader), sittings_of(reader)]
    read += [proposals_of(reader), agreement_of(reader)]
    if isinstance(reader, MediatorIn):
        read.append(addresses_of(reader))
    return plainly(read)


def at_the_desk(acting: Acting, pk: int) -> str:
    """All that a post reads, by whatever door opens to it."""
    read: list[Any] = [desk.mediations_of(acting), desk.waiting_for_head(acting, day_of(make_it.AT))]
    if named := desk.named_in(acting, pk, make_it.AT):
        read += [named.mediation, names_of(named)]
    if head := desk.head_in(acting, pk, day_of(make_it.AT)):
        read.append(head.mediation)
    if mediator := desk.mediation_for(acting, pk, make_it.AT):
        read.append(inside(mediator))
    return plainly(read)


def wrong(reader: Reader, text: str, own: int = 0) -> Iterator[str]:
    """Marks that are seen and should not be, or are not seen and should."""
    for part, marks in MARKS.items():
        wanted = part in SEES[reader]
        numbers = [(own, 3 - own)] if own else [(1, 2), (2, 1)]
        for mine, other in numbers:
            for mark in (mark.format(mine, other) for mark in marks):
                if (mark in text) is not wanted:
                    yield f"{reader.name} {part.name}: {mark} {'missing' if wanted else 'seen'}"


def test_the_table_cell_by_cell(talk: make_it.Talk) -> None:
    for number in (1, 2):
        text = inside(talk.side(number))
        assert list(wrong(Reader.SIDE, text, number)) == []
        assert {mark in text for mark in FIRST} == {number == 1}
    text = inside(talk.mediator())
    # What is "own" to a side is "another's" to the mediator.
    assert [line for line in wrong(Reader.MEDIATOR, text) if "OWN_WORDS" not in line] == []
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


def test_whoever_is_only_named_reads_who_they_are() -> None:
    named = make_it.named()
    reader = named.named()
    text = plainly([reader.mediation, names_of(reader)]).replace("named", "agreed")  # the state it is in
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


def _text(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def database() -> str:
    """Every column of every table as it stands there, bytes as text where they are text."""
    found = []
    for model in apps.get_models():
        columns = [f.column for f in model._meta.concrete_fields]
        table, names = model._meta.db_table, ", ".join(f'"{column}"' for column in columns)
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608 – our own names
            found += [
                str(bytes(v).decode("latin-1") if isinstance(v, bytes | memoryview) else v)
                for row in cursor
                for v in row
            ]
    return "\n".join(found)


def test_with_the_keys_of_one_side_nothing_of_the_other_opens(talk: make_it.Talk) -> None:
    """Whatever a query for one side were to fetch by mistake: there is no key for it, nor in another place."""
    tables = {Entry: "words", Sitting: "where", Proposal: "words", Agreement: "text", Signature: "words", Side: "name"}
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
