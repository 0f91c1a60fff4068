"""Putting a kept text into one's own words: a template, or an entry of the knowledge base with its address.

What was typed stays; the text is in the language of the case, and what comes of it is the writer's own from then on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext

from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.text import number_in
from yimen.knowledge.queries import entries, entries_of, offered
from yimen.knowledge.rules import Use, Words, filled

INSERT, PIECE, QUOTE = "insert", "piece", "quote"
MOST_ENTRIES = 20
Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class Piece:
    """A text to put in, in the language that it really is in."""

    body: str
    language: str


def pieces(request: AtDesk, opened: Opened, use: Use) -> Choices:
    """What this office may put in here: its templates, and the entries about the category; one statement."""
    templates = [(f"t{one.id}", _title(one.words)) for one in offered(request.acting, use, _category(opened))]
    known = entries_of(_category(opened), opened.town.editions.get("knowledge", 0))[:MOST_ENTRIES]
    groups = [
        (gettext("Templates"), templates),
        (gettext("Answers for everybody"), [(f"e{one.id}", _title(one.words)) for one in known]),
    ]
    return [(label, inside) for label, inside in groups if inside]


def piece(request: AtDesk, opened: Opened, use: Use, code: str) -> Piece | None:
    """The text that was chosen, with its fields filled; nothing if there is none such (any more)."""
    number = number_in(code[1:]) or 0
    if code[:1] == "e":
        entry = entries(opened.town.editions.get("knowledge", 0)).get(number)
        if entry is None:
            return None
        language = _spoken(entry.words, opened.seen.case.language)
        address = request.build_absolute_uri(reverse("answer", args=[entry.id]))
        return Piece(f"{entry.words[language]['body']}\n{address}", language)
    for one in offered(request.acting, use, _category(opened)):
        if one.id == number and code[:1] == "t":
            language = _spoken(one.words, opened.seen.case.language)
            return Piece(filled(one.words[language]["body"], _values(opened, language)), language)
    return None


def note_on(found: Piece | None, wanted: str) -> str:
    """What to say of what was put in: that there was nothing, or that it is in another language than the case."""
    if found is None:
        return gettext("Please choose a text first.")
    names = dict(settings.LANGUAGES)
    if found.language != wanted:
        return gettext("There is no such text in %(wanted)s yet, so it stands here in %(language)s.") % {
            "wanted": names.get(wanted, wanted),
            "language": names.get(found.language, found.language),
        }
    return gettext("The text stands below. Please read it before you send it.")


def joined(typed: str, found: Piece | None) -> str:
    """What was typed, and the text below it."""
    return "\n\n".join(part for part in (typed.rstrip(), found.body if found else "") if part)


def _category(opened: Opened) -> str:
    category = opened.town.catalogue.by_id.get(opened.seen.case.category_id or 0)
    return category.code if category else ""


def _spoken(words: Words, language: str) -> str:
    return name_in({code: code for code in words}, language)


def _title(words: Words) -> str:
    return words[_spoken(words, get_language() or "")]["title"]


def _values(opened: Opened, language: str) -> Mapping[str, str]:
    """What the fields of a template are filled with: all of it is the case's and the office's, none a person's."""
    case, town = opened.seen.case, opened.town
    office = town.offices.by_id[case.office_id]
    category = town.catalogue.by_id.get(case.category_id or 0)
    area = town.places.by_id.get(case.area_id or 0)
    return {
        "office": name_in(office.names, language),
        "telephone": office.telephone,
        "case": str(case.pk),
        "category": name_in(category.names, language) if category else "",
        "place": (name_in(area.names, language) if area else "") or case.place_words,
        "received": day_in(day_of(case.received_at), language),
        "due": day_in(case.due_on, language) if case.due_on else "",
    }
