"""A template as it will read: its fields filled for a case that does not exist, in each language it speaks."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from yimen.kernel.languages import day_in, name_in
from yimen.knowledge.queries import Text
from yimen.knowledge.rules import Words, filled
from yimen.routing.town import Town

NUMBER, DAYS = "20417", 7  # of the case, and until it is due: any would do


class Example(NamedTuple):
    """What would be put into somebody's answer, if it was this one."""

    language: str
    title: str
    body: str


def examples(text: Text, words: Words, town: Town, on: date) -> Iterator[Example]:
    """The office is its own, the case is not; a mistake that only shows between the filled words is seen here."""
    office = town.offices.by_id[text.office_id]
    any_category = next((one for one in town.catalogue.by_id.values() if one.kinds), None)
    category = town.catalogue.by_code.get(text.category) or any_category
    for language, said in words.items():
        values = {
            "office": name_in(office.names, language),
            "telephone": office.telephone,
            "case": NUMBER,
            "category": name_in(category.names, language) if category else "",
            "place": name_in(town.places.by_id[office.place_id].names, language),
            "received": day_in(on, language),
            "due": day_in(on + timedelta(days=DAYS), language),
        }
        yield Example(language, said["title"], filled(said["body"], values))
