"""Whoever writes the index may be killed at any moment: it says afterwards what it has, and can be mended."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.utils.translation import override

from tests import make
from tests.verbs.search.test_kept_out import found, work
from yimen.cases.verbs import add_words
from yimen.console.searching.index import check, rebuild
from yimen.kernel.verdict import Refused
from yimen.search.engine import is_sound
from yimen.search.index import differing, index_cases
from yimen.search.models import Document

CASES, BATCH = 12, 4
#: Written, and not yet said to be so, the third batch is the last thing this process does.
REBUILDING = f"""
import os, signal, django
django.setup()
from yimen.search import index
written = []
upsert, index.BATCH = index.upsert, {BATCH}

def dies(documents):
    upsert(documents)
    written.append(documents)
    if len(written) == 3:
        os.kill(os.getpid(), signal.SIGKILL)

index.upsert = dies
index.rebuild()
"""
#: The worker has just written what it read of in the journal.
REACTING = """
import os, signal, django
django.setup()
from yimen.journal.reacting import react
from yimen.kernel import clock
from yimen.reactions import REACTIONS
from yimen.search import index
upsert = index.upsert

def dies(documents):
    upsert(documents)
    os.kill(os.getpid(), signal.SIGKILL)

index.upsert = dies
while react(REACTIONS, clock.now()):
    pass
"""
#: Somebody makes all of it anew, again and again.
WRITING = """
import django
django.setup()
from yimen.search import index
index.BATCH = 3
print("begun", flush=True)
while True:
    index.rebuild(anew=True)
"""

killing = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a word of Unix")


def killed(script: str, beside: dict[str, str]) -> None:
    """This is done in another process until it dies of it."""
    ended = subprocess.run([sys.executable, "-c", script], env=beside, check=False)
    assert ended.returncode == -signal.SIGKILL, os.strerror(abs(ended.returncode))


def checked() -> Result:
    """What ``yimen search check`` says, in English."""
    with override("en"):
        return CliRunner().invoke(check)


@killing
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_rebuild_killed_in_the_middle_leaves_whole_batches_and_goes_on(beside: dict[str, str]) -> None:
    cases = [make.case(words="The lamp is dark") for _ in range(CASES)]
    killed(REBUILDING, beside)
    there = 2 * BATCH
    assert (Document.objects.count(), is_sound(), differing()) == (there, True, (CASES - there, 0))
    assert found("lamp", make.handler()) == [case.pk for case in reversed(cases)][:there]
    said = checked()
    assert (said.exit_code, f"Not in the index yet: {CASES - there}." in said.output) == (1, True)
    assert CliRunner().invoke(rebuild).exit_code == 0
    assert (checked().exit_code, differing(), is_sound()) == (0, (0, 0), True)
    assert found("lamp", make.handler()) == [case.pk for case in reversed(cases)]


@killing
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_writes_leaves_what_stood_there_and_does_it_again(beside: dict[str, str]) -> None:
    case = make.case(words="The lamp is dark")
    work()
    add_words(by=make.resident(case), case=make.fresh(case), text="A bench too", files=[], at=make.LATER)
    killed(REACTING, beside)
    assert (found("lamp", make.handler()), found("bench", make.handler())) == ([case.pk], [])
    assert (is_sound(), differing(), checked().exit_code) == (True, (0, 1), 1)
    assert "Not as they should be: 1. Mend it with: yimen search rebuild --anew" in checked().output
    work()
    assert found("bench", make.handler()) == [case.pk]
    assert (is_sound(), differing(), checked().exit_code) == (True, (0, 0), 0)


@killing
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_at_any_moment_the_index_agrees_with_itself(beside: dict[str, str]) -> None:
    cases = [make.case(words=f"The lamp {n} is dark") for n in range(CASES)]
    index_cases([case.pk for case in cases])
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", WRITING], env=beside, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        time.sleep(random.uniform(0.02, 0.4))  # noqa: S311 – any moment will do
        process.kill()
        process.communicate()
        assert (is_sound(), differing(), Document.objects.count()) == (True, (0, 0), CASES)
        assert len(found("lamp", make.handler())) == CASES


#: What may go wrong in a file: whatever it is, the documents are right, and what the database made of them is not.
DAMAGE = {
    "a row too many": "INSERT INTO search_words(rowid, tokens) VALUES (%(pk)s + 900, %(tokens)s)",
    "a row too few": "INSERT INTO search_words(search_words, rowid, tokens) VALUES ('delete', %(pk)s, %(tokens)s)",
    "pages that are gone": "DELETE FROM search_words_data WHERE id > 10",
}


@pytest.fixture(params=DAMAGE)
def damaged(request: pytest.FixtureRequest, db: None) -> list[int]:
    """Two cases in an index that was sound before: a lamp, and a bench."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps an index in step with its table by itself")
    lamp, bench = make.case(words="The lamp is dark"), make.case(words="The bench is broken")
    work()
    assert (is_sound(), checked().exit_code) == (True, 0)
    with connection.cursor() as cursor:
        cursor.execute(DAMAGE[request.param], {"pk": lamp.pk, "tokens": Document.objects.get(pk=lamp.pk).tokens})
    return [lamp.pk, bench.pk]


def test_an_index_that_does_not_say_what_it_was_made_from_is_told(damaged: list[int]) -> None:
    assert (len(damaged), is_sound(), differing()) == (2, False, (0, 0))
    said = checked()
    assert said.exit_code == 1
    assert "own part of the search index is damaged" in said.output
    assert "yimen search rebuild --anew" in said.output


def test_and_the_command_that_it_names_mends_it(damaged: list[int]) -> None:
    assert CliRunner().invoke(rebuild, ["--anew"]).exit_code == 0
    assert (is_sound(), checked().exit_code) == (True, 0)
    assert [*found("lamp", make.handler()), *found("broken", make.handler())] == damaged


@pytest.mark.parametrize("damaged", ["pages that are gone"], indirect=True)
def test_whoever_searches_meanwhile_reads_that_it_is_damaged(damaged: list[int]) -> None:
    with pytest.raises(Refused, match="the cases are not"):
        found("lamp", make.handler())
    assert len(damaged) == 2
