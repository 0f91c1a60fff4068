"""How fast search is: ``python -m bench.searching`` in a filled town gives each case words of its own and indexes them.

A filled town says the same few hundred sentences over and over, in which no word is rare. So each case gets new ones:
words of three languages whose frequencies fall as those of real languages do, the commonest in every second case, most
in a few. Then the index is made by the product's own hand, and searched as posts search: the whole of it, from the
typed words to the snippets and the looks that are noted.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from random import Random

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 – Django first

from bench.tables import quickly  # noqa: E402
from yimen.cases.models import Case  # noqa: E402
from yimen.cases.queries import visible_among  # noqa: E402
from yimen.kernel import clock  # noqa: E402
from yimen.kernel.seal import sealed  # noqa: E402
from yimen.people.models import Staff  # noqa: E402
from yimen.people.queries import posts_of  # noqa: E402
from yimen.people.rules import Acting  # noqa: E402
from yimen.routing.town import the_town  # noqa: E402
from yimen.search.finding import NEWEST, Wanted, search  # noqa: E402
from yimen.search.index import rebuild  # noqa: E402
from yimen.wsgi import settled  # noqa: E402

CHUNK = 5_000
TIMES, WARM = 60, 5  # searches of each kind, and before them those that do not count
SIZES = {"zh": 30_000, "bo": 4_000, "en": 8_000}  # words that there are
LONG = (12, 60)  # words of one text


class Tongue:
    """The words of one language, the commonest first, and texts made of them."""

    def __init__(self, words: list[str], gap: str) -> None:
        self.words, self.gap = words, gap
        self.weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))

    def text(self, random: Random) -> str:
        """Some dozens of words, as often as they are common."""
        return self.gap.join(random.choices(self.words, cum_weights=self.weights, k=random.randint(*LONG)))


def tongues(random: Random) -> dict[str, Tongue]:
    """Chinese words of two signs, Tibetan words of two syllables, Latin words of three."""
    signs = [chr(0x4E00 + n) for n in range(0, 12_000, 4)]
    letters = [chr(n) for n in range(0x0F40, 0x0F67) if chr(n).isalpha()]
    stems = [a + b for a in letters for b in ("ང", "ད", "ན", "བ", "མ", "ར", "ས", "ི", "ུ")]
    parts = [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "or")]

    def made(of: list[str], number: int, length: int, joint: str = "") -> list[str]:
        return list({joint.join(random.choices(of, k=length)): None for _ in range(number * 2)})[:number]

    return {
        "zh": Tongue(made(signs, SIZES["zh"], 2), ""),
        "bo": Tongue(made(stems, SIZES["bo"], 2, "་"), "་"),
        "en": Tongue(made(parts, SIZES["en"], 3), " "),
    }


def speak(every: dict[str, Tongue], random: Random) -> None:
    """New words for every case."""
    pks = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(pks), CHUNK):
        rows = [
            (sealed(every[random.choice(("zh", "zh", "bo", "en"))].text(random)), pk) for pk in pks[at : at + CHUNK]
        ]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany("UPDATE cases_case SET words = %s WHERE id = %s", rows)


def kinds(every: dict[str, Tongue], random: Random) -> Iterator[tuple[str, str, Callable[[], Wanted]]]:
    """What is searched for: its name, who does, and one search of this kind after the other."""

    def word(first: int, last: int) -> str:
        tongue = every[random.choice(("zh", "bo", "en"))]
        return tongue.words[random.randint(first, last)]

    def sentence() -> str:
        newest = Case.objects.order_by("-pk").values_list("pk", flat=True)[:1].get()
        words = Case.objects.get(pk=random.randint(1, newest)).words
        begin = random.randint(0, len(words) // 2)
        gap = " " if " " in words else "་" if "་" in words else ""
        return f'"{gap.join(words.split(gap)[1:4])}"' if gap else words[begin : begin + 6]

    yield "the commonest words", "supervisor", lambda: Wanted(word(0, 4))
    yield "common words", "supervisor", lambda: Wanted(word(20, 200))
    yield "words of middling frequency", "supervisor", lambda: Wanted(word(500, 2_000))
    yield "rare words", "supervisor", lambda: Wanted(word(3_000, 3_900))
    yield "a phrase that somebody wrote", "supervisor", lambda: Wanted(sentence())
    yield "two common words", "supervisor", lambda: Wanted(f"{word(10, 60)} {word(10, 60)}")
    yield "common words, older pages", "supervisor", lambda: Wanted(word(0, 60), before=Case.objects.count() // 3)
    yield "common words, state and language", "supervisor", lambda: Wanted(word(5, 60), state="handling", language="bo")
    yield "common words, one's own office", "handler", lambda: Wanted(word(0, 60))
    yield "rare words, one's own office", "handler", lambda: Wanted(word(1_000, 3_900))
    yield "what nobody wrote", "supervisor", lambda: Wanted(f"qq{random.randint(0, 999)}qq")


def measured() -> dict[str, tuple[float, float, float, int]]:
    """Of each kind: the ms that half and that 95 of a hundred searches did not pass, processor ms, and hits."""
    random, at = Random(5), clock.now()  # noqa: S311 – invented data
    every, town = tongues(Random(3)), the_town()  # noqa: S311
    settled(lambda _environ, _start: [])  # as the web's processes are: else each hundredth waits for the collector
    found: dict[str, tuple[float, float, float, int]] = {}
    for name, username, wanted in kinds(every, random):
        acting = _post(username)
        waits: list[float] = []
        hits, spent = 0, 0.0
        for number in range(TIMES + WARM):
            asked = wanted()
            began, used = time.perf_counter(), time.process_time()
            hits += len(search(acting, asked, town, at=at).hits)
            if number >= WARM:
                waits.append(1000 * (time.perf_counter() - began))
                spent += 1000 * (time.process_time() - used)
        waits.sort()
        found[name] = (waits[TIMES // 2], waits[int(TIMES * 0.95)], spent / TIMES, hits)
    return found


def compared() -> int:
    """How many cases the searches for some words found, on all their pages: the same as a plain reading of all texts.

    Ends the measuring where they are others. The words are rare enough to be read to the last page.
    """
    random, at, town = Random(6), clock.now(), the_town()  # noqa: S311 – invented data
    asked = {tongue.words[random.randint(1_000, 3_900)]: tongue for tongue in tongues(Random(3)).values() for _ in "12"}  # noqa: S311
    marked = {f"{tongue.gap}{word}{tongue.gap}": word for word, tongue in asked.items()}
    contain: dict[str, set[int]] = {word: set() for word in asked}
    for pk, words in Case.objects.order_by("pk").values_list("pk", "words").iterator(chunk_size=CHUNK):
        for mark, word in marked.items():
            if mark in f"{asked[word].gap}{words}{asked[word].gap}":
                contain[word].add(pk)
    total = 0
    for word, pks in contain.items():
        for acting in (_post("supervisor"), _post("handler")):
            found: list[int] = []
            before: int | None = NEWEST
            while before is not None:
                page = search(acting, Wanted(word, before=before), town, at=at)
                found, before = found + [hit.case.pk for hit in page.hits], page.next
            if found != sorted(visible_among(pks, acting, town).values_list("pk", flat=True), reverse=True):
                raise SystemExit(f"A search for {word} found other cases than a plain reading of all texts.")
            total += len(found)
    return total


def _post(username: str) -> Acting:
    staff = Staff.objects.get(username=username)
    return posts_of(staff.pk, clock.day_of(clock.now()))[0]


def main() -> dict[str, object]:
    """Words for all, the index for all, and the searches."""
    quickly()
    speak(tongues(Random(3)), Random(4))  # noqa: S311 – invented data
    began = time.monotonic()
    written = rebuild(anew=True)
    seconds = time.monotonic() - began
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            connection.connection.autocommit = True
            cursor.execute("VACUUM ANALYZE search_document")
            cursor.execute("RESET ALL")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA cache_size = -2000")
    return {"documents": written, "seconds": seconds, "searches": measured(), "compared": compared()}


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
