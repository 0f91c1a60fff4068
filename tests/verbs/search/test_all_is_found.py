"""Every case that contains what was asked for, and that the post may see, is found; and no other. On both databases."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from yimen.cases.models import Case
from yimen.cases.queries import visible_to
from yimen.cases.verbs import add_words
from yimen.kernel.verdict import Refused
from yimen.people.rules import Acting
from yimen.search import rules
from yimen.search.finding import NEWEST, PAGE, Wanted, search
from yimen.search.index import index_cases

pytestmark = pytest.mark.django_db(transaction=True)

#: Few pieces, so that they meet; what differs in width, accent or height is the same. No place or office is called so.
PIECES = "鑫 焱 淼 犇 xylo Xylo xéno xeno ＢＵＱ buq 77 ７７ ཧྲཱི ཨོཾ ཧཱུྃ".split()
GAPS = ["", " ", "，", "་", "\n", ". "]
PAIRS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=1, max_size=4)
_SIGN = re.compile("[鑫焱淼犇]|[a-z]+|[0-9]+|[\u0f00-\u0f0a\u0f40-\u0fbc]+")


def oracle(text: str) -> list[str]:
    """The text sign by sign, as a person reads it aloud: written again, without looking at the product."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return _SIGN.findall("".join(c for c in plain if not "\u0300" <= c <= "\u036f"))


def contains(text: str, row: list[str]) -> bool:
    read = oracle(text)
    return any(read[at : at + len(row)] == row for at in range(len(read)))


def written(pairs: list[tuple[str, str]]) -> str:
    return "".join(piece + gap for piece, gap in pairs)


def all_pages(words: str, acting: Acting) -> list[int]:
    found: list[int] = []
    before: int | None = NEWEST
    while before is not None:
        page = search(acting, Wanted(words, before=before), make.town(), at=make.LATER)
        found += [hit.case.pk for hit in page.hits]
        before = page.next
    return found


def test_all_that_contains_it_is_found_and_nothing_else() -> None:
    random = Random(11)  # noqa: S311 – invented data
    pairs = [[(random.choice(PIECES), random.choice(GAPS)) for _ in range(random.randint(1, 9))] for _ in range(300)]
    cases = [make.case(words=written(p), category=make.LAMP if n % 5 else "") for n, p in enumerate(pairs)]
    said = {case.pk: [case.words] for case in cases}
    for case in cases[::4]:  # and later
        said[case.pk].append(written(pairs[random.randrange(300)]))
        add_words(by=make.resident(case), case=case, text=said[case.pk][1], at=make.LATER)
    index_cases([case.pk for case in cases])
    assert Case.objects.count() > PAGE * 10

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(PAIRS, min_size=1, max_size=2), st.sampled_from([make.handler, make.clerk, make.supervisor]))
    def holds(phrases: list[list[tuple[str, str]]], who: Callable[[], Acting]) -> None:
        """Each phrase stands somewhere in what was said in the case: in one part, not across two."""
        asked, acting = [written(pairs) for pairs in phrases], who()
        rows = [oracle(words) for words in asked]
        may = set(visible_to(acting, make.town()).values_list("pk", flat=True))
        fits = [
            case.pk
            for case in reversed(cases)
            if case.pk in may and all(any(contains(text, row) for text in said[case.pk]) for row in rows)
        ]
        try:
            assert all_pages(" ".join(f'"{words}"' for words in asked), acting) == fits
        except Refused:
            assert sum(c.isdigit() for c in "".join(asked)) >= 7  # so many digits in a row may be a telephone

    holds()


def test_a_search_that_is_too_long_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = partial(search, make.handler(), town=make.town(), at=make.LATER)
    with pytest.raises(Refused, match="fewer words"):
        asked(Wanted("灯" * (rules.MOST_ATOMS + 1)))
    monkeypatch.setattr(rules, "is_personal", lambda _: pytest.fail("it was read"))
    with pytest.raises(Refused, match="fewer words"):
        asked(Wanted("a" * (rules.LONGEST_ASKED + 1)))
