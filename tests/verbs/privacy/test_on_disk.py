"""What somebody finds who has the machine's disk, but not its keys; and what is no longer there to be found."""

import os
import sqlite3
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests import make
from yimen import retention
from yimen.cases.models import Case
from yimen.cases.rules import Outcome, Satisfied, Solved, Way
from yimen.cases.verbs import (
    Answer,
    Judgement,
    accept_case,
    add_words,
    answer_case,
    ask_resident,
    rate_case,
    reply_to_question,
)
from yimen.kernel import clock
from yimen.notifications.forgetting import OUTBOX_KEPT, SMS_OUTBOX, forget_outbox
from yimen.notifications.models import Letter
from yimen.notifications.post_office import send_waiting
from yimen.notifications.queries import letters_of

PHONE, MAIL, NAME = "13800000007", "dolma@example.org", "Dolma of the bridge"


def _raw(table: str) -> str:
    """All of a table as the database itself has it, without our keys."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 – a name of ours
        return str([[bytes(c) if isinstance(c, memoryview) else c for c in row] for row in cursor.fetchall()])


def _everything() -> str:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return "".join(_raw(table) for table in tables)


@pytest.mark.django_db
def test_the_database_alone_tells_neither_name_nor_number_nor_receipt() -> None:
    sent = make.receipt(tell=Way.SMS, phone=PHONE, email=MAIL, contact_name=NAME)
    everything = _everything()
    for kept in (PHONE, MAIL, NAME, sent.code):
        assert kept not in everything
    assert (make.fresh(sent.case).phone, Letter.objects.get().address) == (PHONE, PHONE)


def spoken_case() -> tuple[Case, list[str]]:
    """A case in which everything that can be said was said, each time with a word of its own; and those words."""
    words = [f"Unheard{name}" for name in ("words", "place", "question", "reply", "more", "opinion", "facts", "file")]
    at, (said, place, question, reply, more, opinion, facts, named) = make.MONDAY, words
    case = make.case(words=f"{said} lamp", place_words=place, files=(make.file(name=f"{named}.txt"),))
    holder, resident = make.holder(case), make.resident(case)
    accept_case(by=holder, case=case, at=at)
    ask_resident(by=holder, case=make.fresh(case), question=question, at=at)
    reply_to_question(by=resident, case=make.fresh(case), text=reply, at=at)
    add_words(by=resident, case=make.fresh(case), text=more, at=at)
    answer = Answer(Outcome.DONE, opinion, claims="Unheardclaims", facts=facts, basis="Unheardbasis")
    answer_case(by=holder, case=make.fresh(case), answer=answer, at=at)
    rating = Judgement(Solved.YES, Satisfied.YES, visits=0, words="Unheardrating")
    rate_case(by=resident, case=make.fresh(case), rating=rating, at=at)
    return make.fresh(case), [*words, "Unheardclaims", "Unheardbasis", "Unheardrating"]


@pytest.mark.django_db
def test_the_database_alone_tells_no_word_that_was_said() -> None:
    """Neither of the resident nor of the office, nor of the letters, nor a file's name."""
    case, words = spoken_case()
    assert any(words[5] in letter.body for letter in letters_of(case.ref))
    everything = _everything()
    assert [word for word in words if word.casefold() in everything.casefold()] == []
    assert case.words == f"{words[0]} lamp"


@pytest.mark.django_db(transaction=True)
def test_the_file_itself_tells_no_word_that_was_said() -> None:
    """Not only its tables: what lies in free pages and in the write-ahead log too."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's files are not ours to read")
    _, words = spoken_case()
    path = Path(str(connection.settings_dict["NAME"]))
    files = b"".join(p.read_bytes() for p in path.parent.glob(f"{path.name}*"))
    assert b"case.submitted" in files
    assert [word for word in words if word.encode() in files] == []


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["phone", "email", "contact_name"])
def test_no_query_can_find_a_case_by_its_resident(column: str) -> None:
    """Each sealing is another one: not even the program itself can ask for all cases of a number."""
    make.case(tell=Way.SMS, phone=PHONE, email=MAIL, contact_name=NAME)
    value = {"phone": PHONE, "email": MAIL, "contact_name": NAME}[column]
    assert not Case.objects.filter(**{column: value}).exists()
    again: dict[str, Any] = {column: value}
    make.case(**again)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM cases_case")  # noqa: S608 – a name of ours
        sealed = [bytes(row[0]) for row in cursor.fetchall()]
    assert len(set(sealed)) == len(sealed) == 2


def test_what_is_deleted_does_not_stay_in_the_file(tmp_path: Path) -> None:
    """SQLite leaves deleted rows in free pages unless it is told to overwrite them."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's vacuum does this in its own time")
    options = settings.DATABASES["default"]["OPTIONS"]["init_command"]
    path = tmp_path / "x.sqlite3"
    file = sqlite3.connect(path)
    file.executescript(options)
    file.execute("CREATE TABLE said (words TEXT)")
    file.executemany("INSERT INTO said VALUES (?)", [(f"secret sentence {n} " * 40,) for n in range(200)])
    file.execute("UPDATE said SET words = '' WHERE rowid % 2")
    file.commit()
    file.execute("DELETE FROM said")
    file.commit()
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"secret sentence" not in path.read_bytes()
    file.close()


def test_what_the_town_writes_is_for_its_own_account_only(tmp_path: Path) -> None:
    """Another account on the same machine reads neither the database nor a letter in the outbox."""
    home = tmp_path / "home"
    environment = {**os.environ, "YIMEN_HOME": str(home), "YIMEN_DATABASE": ""}
    code = (
        "import django; django.setup()\nfrom django.db import connection as c\nc.cursor().execute('CREATE TABLE x (y)')"
    )
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    everything = [home, *home.rglob("*")]
    assert len(everything) > 4
    assert [str(p) for p in everything if stat.S_IMODE(p.stat().st_mode) & 0o077] == []


@pytest.mark.django_db(transaction=True)
def test_letters_in_a_local_outbox_are_deleted_after_a_week() -> None:
    """The outbox is what a town without a mail server has; addresses would stand in it in clear for ever."""
    make.case(tell=Way.SMS, phone=PHONE)
    send_waiting(make.LATER)
    now = clock.now()
    written = [p for p in (settings.HOME / SMS_OUTBOX).glob("*.txt") if PHONE in p.read_text()]
    assert written
    assert forget_outbox(now + OUTBOX_KEPT - timedelta(hours=1)) == 0
    retention.forget(now + OUTBOX_KEPT + timedelta(hours=1))
    assert not any(p.exists() for p in written)


@pytest.mark.django_db
def test_the_journal_takes_no_sentence_from_any_verb() -> None:
    """Every verb of a case's life, with words that are easily found again."""
    words = "Easilyfound"
    make.closed_case(words=f"{words} lamp", place_words=words, contact_name=words, email=f"{words}@example.org")
    make.objected_case(words=words)
    assert words not in _raw("journal_entry")
    assert words not in _raw("privacy_look")
