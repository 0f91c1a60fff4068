"""All that each reader of a mediation reads, and marks by which it is recognised."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from tests import make_mediation as make_it
from yimen.kernel.clock import day_of
from yimen.mediation.queries import mediators as desk
from yimen.mediation.queries.companions import companions_of
from yimen.mediation.queries.reading import (
    addresses_of,
    agreement_of,
    names_of,
    proposals_of,
    sittings_of,
    words_of,
)
from yimen.mediation.rooms.files import file_in, files_of
from yimen.mediation.rooms.inside import MediatorIn, WithKeys
from yimen.mediation.rooms.rules import SEES, Part, Reader
from yimen.mediation.sittings.times import offered_to
from yimen.people.rules import Acting

#: A mark in everything that there is to see. {0} is the reader's own side, {1} the other one.
MARKS: dict[Part, tuple[str, ...]] = {
    Part.STATE: ("agreed",),
    Part.COVER: ("neighbours",),
    Part.NAMES: (make_it.TASHI, make_it.ZHANG),
    Part.COMPANY: ("zqcompany-supporter-1", "zqcompany-representative-2"),
    Part.SUMMARY: (make_it.SUMMARY,),
    Part.JOINT_WORDS: (
        "zqjoint-side",
        "zqjoint-mediator",
        "zqrecord",
        "zqaccepted",
        "zqproposal",
        "zqpaper-0",
        "zqcontent-0",
        make_it.DISCLOSURE,
    ),
    Part.AGREEMENT: ("zqfacts", "zqterms", "zqpromise", "zqsigned 1", "zqsigned mediator"),
    Part.SITTINGS: (f"{make_it.WHERE} 0", "zqcould"),
    Part.OWN_WORDS: (
        "zqalone-{0}",
        "zqanswer-{0}",
        "zqcaucus-{0}",
        "zqheld-{0}",
        f"{make_it.WHERE} {{0}}",
        "zqpaper-{0}",
        "zqcontent-{0}",
    ),
    Part.OTHER_WORDS: (
        "zqalone-{1}",
        "zqanswer-{1}",
        "zqcaucus-{1}",
        "zqheld-{1}",
        f"{make_it.WHERE} {{1}}",
        "zqpaper-{1}",
        "zqcontent-{1}",
    ),
    Part.MEDIATORS_WORDS: ("zqscreen", "zqmine"),
    Part.OWN_TIMES: ("zqtime-{0}",),
    Part.OTHER_TIMES: ("zqtime-{1}",),
    Part.ADDRESSES: ("zq13900000001",),
}
#: What the applicant has written before anybody else was there: a side's own words, of side 1.
FIRST = (make_it.CLAIM, make_it.REACH, make_it.WISH)


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


def inside(reader: WithKeys) -> str:
    """All that somebody with keys reads."""
    read: list[Any] = [reader.mediation, names_of(reader), words_of(reader), sittings_of(reader)]
    read += [proposals_of(reader), agreement_of(reader), companions_of(reader)]
    read += [[*map(str, file_in(reader, shown.mark) or ())] for shown in files_of(reader)]
    offered = offered_to(reader)
    read += [offered, [f"zqtime-{side}" for one in offered for side in one.suits]]
    if isinstance(reader, MediatorIn):
        read.append(addresses_of(reader))
    return plainly(read)


def at_the_desk(acting: Acting, pk: int) -> str:
    """All that a post reads, by whatever door opens to it."""
    read: list[Any] = [desk.mediations_of(acting), desk.waiting_for_head(acting, day_of(make_it.AT))]
    if named := desk.named_in(acting, pk, make_it.AT):
        read += [named.mediation, names_of(named), companions_of(named)]
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
