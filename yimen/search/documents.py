"""What the index is told of a case: what was said about the matter, and the codes by which a search is narrowed.

Never who said it: no name, telephone, e-mail or address of a resident, wherever it stands (see ``rules``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from yimen.cases.models import Case, Message, Opinion
from yimen.kernel.clock import day_of
from yimen.routing.town import Town
from yimen.search.engine import extra_tokens
from yimen.search.keyed import tokens
from yimen.search.models import Document
from yimen.search.rules import atoms, words_of

#: Raise it when the rules change by which a text becomes tokens: what is older is then made anew.
EDITION = 2
PARTS = ("claims", "facts", "opinion", "basis")  # not the remedies: they say the same in every answer


@dataclass(frozen=True)
class Part:
    """One text of a case: which it is, and its words."""

    code: str  # "words", "place", a kind of message, a part of an opinion
    text: str


def parts_of(cases: Sequence[Case]) -> dict[int, list[Part]]:
    """What was said in each of these cases, in the order in which it is read; two statements."""
    later = later_parts([case.pk for case in cases])
    return {case.pk: [*own_words(case), *later[case.pk]] for case in cases}


def own_words(case: Case) -> list[Part]:
    """What stands in the case itself."""
    return [part for part in (Part("words", case.words), Part("place", case.place_words)) if part.text]


def later_parts(pks: Sequence[int]) -> dict[int, list[Part]]:
    """What was said afterwards, by both sides."""
    found: dict[int, list[Part]] = {pk: [] for pk in pks}
    messages = Message.objects.filter(case__in=pks).order_by("id")
    for pk, kind, text in messages.values_list("case_id", "kind", "text"):
        found[pk].append(Part(kind, str(text)))
    opinions = Opinion.objects.filter(case__in=pks).order_by("id")
    for pk, *texts in opinions.values_list("case_id", *PARTS):
        found[pk] += [Part(code, text) for code, text in zip(PARTS, texts, strict=True)]
    return {pk: [part for part in parts if part.text] for pk, parts in found.items()}


def document_of(case: Case, parts: Sequence[Part], town: Town) -> Document:
    """The row of this case, not yet written."""
    words: set[str] = set()
    for part in parts:
        words |= words_of(atoms(part.text, [case.contact_name]))
    told = " ".join(sorted({*tokens(words), *codes_of(case, town), *extra_tokens(case.pk)}))
    stamp = blake2b(told.encode(), digest_size=8).digest()
    return Document(case_id=case.pk, edition=EDITION, stamp=stamp, looked_after_at=case.fades_at, tokens=told)


def codes_of(case: Case, town: Town) -> set[str]:
    """The codes of a case as tokens. They begin with a zero, which no keyed token has.

    What lies in what is as it was when this was written: whoever searches asks for what lies there now, too.
    """
    plain: dict[str, str | int] = {
        "s": case.state,
        "k": case.kind,
        "v": case.channel,
        "l": case.language,
        "h": case.office_id,
    }
    found = {coded(letter, value) for letter, value in plain.items()}
    found |= {coded("c", pk) for pk in categories_above(case.category_id, town)}
    found |= {coded("a", pk) for pk in places_above(case.area_id, town)}
    found |= {coded("o", pk) for pk in offices_above([case.office_id, case.turn_office_id], town)}
    day = day_of(case.received_at)
    return found | {coded("y", day.year), coded("m", f"{day:%Y%m}"), coded("d", f"{day:%Y%m%d}")}


def coded(letter: str, value: str | int) -> str:
    """A code as a token of letters and digits only."""
    return f"0{letter}{''.join(c for c in str(value).lower() if c.isalnum())}"


def categories_above(pk: int | None, town: Town) -> Iterator[int]:
    """This category and those that it stands below."""
    category = town.catalogue.by_id.get(pk or 0)
    while category:
        yield category.id
        category = town.catalogue.by_code.get(category.parent_code)


def places_above(pk: int | None, town: Town) -> Iterator[int]:
    """This place and those that it lies in."""
    return (place.id for place in town.places.chain(pk or 0))


def offices_above(pks: Iterable[int | None], town: Town) -> Iterator[int]:
    """These offices and their superiors."""
    for pk in pks:
        if office := town.offices.by_id.get(pk or 0):
            yield from (int(step) for step in office.path.split("/") if step)


def days_between(first: date, last: date) -> list[str]:
    """Tokens, one of which every case has that was received in these days, and no other: years, months, days."""
    found: list[str] = []
    day = first
    while day <= last:
        month = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
        year = day.replace(year=day.year + 1, month=1, day=1)
        if day.month == day.day == 1 and year - timedelta(days=1) <= last:
            found.append(coded("y", day.year))
            day = year
        elif day.day == 1 and month - timedelta(days=1) <= last:
            found.append(coded("m", f"{day:%Y%m}"))
            day = month
        else:
            found.append(coded("d", f"{day:%Y%m%d}"))
            day += timedelta(days=1)
    return found
