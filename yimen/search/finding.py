"""Finding cases: what a post may see, among all that contains what was asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.db.models import QuerySet
from django.utils.timezone import get_current_timezone

from yimen.cases.models import Case
from yimen.cases.queries import offices_of, visible_among
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.rules import Acting, Role
from yimen.privacy.looks import note_found
from yimen.routing.town import Town
from yimen.search import rules
from yimen.search.documents import Part, coded, days_between, later_parts, own_words
from yimen.search.engine import newest
from yimen.search.keyed import tokens
from yimen.search.marking.reading import Reading
from yimen.search.marking.snippets import Piece, snippet
from yimen.search.matching import All, batches
from yimen.search.names import MOST as MOST_NAMED
from yimen.search.names import Named, named
from yimen.search.policies import may_find

PAGE = 20
#: What is read of a case that may be a hit.
READ = (
    "words place_words contact_name received_at due_on stands_from_on state kind kept channel language category area"
    " office accused_office"
).split()
MOST_READ = 2_000  # cases for one page; only what is rarely next to what it stands with comes near
NEWEST = 2**62

PERSONAL = gettext_noop(
    "Search finds matters, not people. A case of a person is found by the receipt that they give: type it below."
)
NOTHING = gettext_noop("Please type at least one word of the matter.")
TOO_LONG = gettext_noop("Please search for fewer words.")


@dataclass(frozen=True)
class Wanted:
    """What is asked for: words, and what they are narrowed by (codes and ids; empty for any)."""

    words: str
    category: int | None = None
    place: int | None = None
    office: int | None = None
    channel: str = ""
    state: str = ""
    kind: str = ""
    language: str = ""
    from_on: date | None = None
    until_on: date | None = None
    before: int = NEWEST  # the case that the page before ended with


@dataclass(frozen=True)
class Hit:
    """One case, and the stretch of it in which something was found."""

    case: Case
    part: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Found:
    """A page of hits, newest first, and where the next one goes on; nothing on the last."""

    hits: list[Hit] = field(default_factory=list)
    next: int | None = None


@dataclass(frozen=True)
class _Phrase:
    """One phrase and all that it may mean."""

    atoms: rules.Phrase
    named: Named

    @property
    def group(self) -> list[All]:
        return [frozenset(tokens(rules.wanted(self.atoms))), *self.named.tokens]


def search(acting: Acting, wanted: Wanted, town: Town, *, at: datetime) -> Found:
    """The newest cases that this post may see and that contain what was asked for. Each one shown is a look.

    The index may lag behind or say too much; every case is read again before it is shown, and asked for by the same
    query as any other case.
    """
    asked = _asked(wanted.words, town)
    match = [phrase.group for phrase in asked] + list(_narrowed(acting, wanted, town))
    hits: list[Hit] = []
    found, before, read = newest(match, before=wanted.before), wanted.before, 0
    for most in batches():
        pks = list(islice(found, most))
        hits += islice(_hits(_readable(acting, wanted, town, pks), asked, town), PAGE + 1 - len(hits))
        before, read, is_more = (pks[-1] if pks else before), read + len(pks), len(pks) == most
        if len(hits) > PAGE or read >= MOST_READ or not is_more:
            break
    shown = hits[:PAGE]
    note_found([hit.case.ref for hit in shown], acting=acting, at=at)
    if len(hits) > PAGE:
        return Found(shown, shown[-1].case.pk)
    return Found(shown, before if is_more else None)


def _asked(words: str, town: Town) -> list[_Phrase]:
    if len(words) > rules.LONGEST_ASKED:  # before anything in it is looked at
        raise Refused(TOO_LONG)
    if rules.is_personal(words):
        raise Refused(PERSONAL)
    found = rules.phrases(words)
    if not found:
        raise Refused(NOTHING)
    if sum(map(len, found)) > rules.MOST_ATOMS:
        raise Refused(TOO_LONG)
    return [_Phrase(atoms, named(atoms, town)) for atoms in found]


def _narrowed(acting: Acting, wanted: Wanted, town: Town) -> Iterator[list[All]]:
    """The post's own scope and the filters, as tokens: they only make it quick, the query itself decides."""
    mine = offices_of(acting, town)
    if acting.role is not Role.SUPERVISOR:
        yield _any("h", mine)
    elif len(mine) < len(town.offices.by_id):
        yield _within("o", acting.office_id, mine)
    if wanted.category:
        yield _within("c", wanted.category, town.catalogue.ids_below(wanted.category))
    if wanted.place:
        yield _within("a", wanted.place, town.places.ids_below(wanted.place))
    if wanted.office:
        yield _within("o", wanted.office, _answering(wanted.office, town))
    codes = {"v": wanted.channel, "s": wanted.state, "k": wanted.kind, "l": wanted.language}
    yield from (_any(letter, [value]) for letter, value in codes.items() if value)
    if wanted.from_on and wanted.until_on:
        yield [frozenset({day}) for day in days_between(wanted.from_on, wanted.until_on)]


def _within(letter: str, top: int, inside: Sequence[int]) -> list[All]:
    """Tokens of this one and of all that lies in it now, if they are not too many: it may have lain elsewhere."""
    return _any(letter, [top, *(pk for pk in inside if pk != top)] if len(inside) <= MOST_NAMED else [top])


def _any(letter: str, values: Iterable[str | int]) -> list[All]:
    return [frozenset({coded(letter, value)}) for value in values]


def _answering(office: int, town: Town) -> list[int]:
    """This office and those that answer to it."""
    return [pk for pk in town.offices.by_id if town.offices.answers_to(pk, office)]


def _readable(acting: Acting, wanted: Wanted, town: Town, pks: Sequence[int]) -> list[Case]:
    """Those of these cases that the post may see and that fit the filters, newest first; one statement."""
    if not pks:
        return []
    rows: QuerySet[Case] = visible_among(pks, acting, town)
    codes = {name: getattr(wanted, name) for name in ("channel", "state", "kind", "language")}
    rows = rows.filter(**{name: value for name, value in codes.items() if value})
    if wanted.category:
        rows = rows.filter(category_id__in=town.catalogue.ids_below(wanted.category))
    if wanted.place:
        rows = rows.filter(area_id__in=town.places.ids_below(wanted.place))
    if wanted.office:
        rows = rows.filter(office_id__in=_answering(wanted.office, town))
    if wanted.from_on:
        rows = rows.filter(received_at__gte=_midnight(wanted.from_on))
    if wanted.until_on:
        rows = rows.filter(received_at__lt=_midnight(wanted.until_on + timedelta(days=1)))
    rows = rows.order_by("-pk").only(*READ)
    return [case for case in rows if may_find(acting, case)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), get_current_timezone())


def _hits(cases: Sequence[Case], asked: Sequence[_Phrase], town: Town) -> Iterator[Hit]:
    """Those that really contain all that was asked for: the tokens of two words may be the same.

    Mostly the case's own words say so. What was said later is only read where they do not.
    """
    told = {case.pk: _Told(asked, case, town) for case in cases}
    for case in cases:
        told[case.pk].hear(own_words(case))
    rest = [case for case in cases if told[case.pk].missing]
    for pk, parts in (later_parts([case.pk for case in rest]) if rest else {}).items():
        told[pk].hear(parts)
    for case in cases:
        if not told[case.pk].missing:
            code, text = told[case.pk].found or ("words", Reading(case.words))
            yield Hit(case, code, snippet(text, [phrase.atoms for phrase in asked]))


class _Told:
    """How much of what was asked for a case has told so far."""

    def __init__(self, asked: Sequence[_Phrase], case: Case, town: Town) -> None:
        self.name = case.contact_name
        self.asked = asked
        self.missing = [phrase for phrase in asked if not phrase.named.fits(case, town)]
        self.found: tuple[str, Reading] | None = None  # the first part in which something stands

    def hear(self, parts: Iterable[Part]) -> None:
        """One part after the other, until nothing is missing and there is something to show."""
        for part in parts:
            if self.found and not self.missing:
                return
            text = Reading(part.text)
            said = text.said([self.name])
            stands = [phrase for phrase in self.asked if rules.stands_in(phrase.atoms, said)]
            if stands and not self.found:
                self.found = (part.code, text)
            self.missing = [phrase for phrase in self.missing if phrase not in stands]
