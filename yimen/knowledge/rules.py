"""What a kept text may say, and how its fields are filled. Pure: no Django, no clock."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from yimen.kernel.languages import LANGUAGES
from yimen.kernel.verdict import YES, Verdict, gettext_noop


class Use(StrEnum):
    """What a text is for: three kinds of templates, and the entry, which everybody can read."""

    ANSWER = "answer"
    QUESTION = "question"
    REASON = "reason"  # why a case is handed over, objected to, referred, extended …
    ENTRY = "entry"


class Stage(StrEnum):
    """Where a text stands; a retired one stays readable for its owners, and comes not back."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


#: What can happen to a text in each stage.
MOVES: dict[Stage, dict[str, Stage]] = {
    Stage.DRAFT: {"change": Stage.DRAFT, "publish": Stage.PUBLISHED, "retire": Stage.RETIRED},
    Stage.PUBLISHED: {"change": Stage.PUBLISHED, "publish": Stage.PUBLISHED, "retire": Stage.RETIRED},
    Stage.RETIRED: {},
}

#: The fields that a template may have: all of them are about the case and the office, none about a person.
FIELDS = ("office", "telephone", "case", "category", "place", "received", "due")
LONGEST_TITLE, LONGEST_BODY = 200, 4_000
Said = Mapping[str, str]  # "title" and "body"
Words = Mapping[str, Said]  # by language

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_LONE = re.compile(r"[{}].{0,20}")
NO_FIELD = gettext_noop("There is no field {%(name)s}. There are: %(fields)s.")
UNCLOSED = gettext_noop("A field begins with { and ends with }. This one does not: %(near)s")
NO_FIELDS_HERE = gettext_noop("What everybody reads has no case, so it takes no fields: %(near)s")
NOTHING = gettext_noop("Please write a title and a text in one language at least.")
HALF = gettext_noop("In each language, please write both: the title and the text.")
WITHIN = timedelta(days=366)
TOO_LATE = gettext_noop("Please look at it again within a year.")
GONE = gettext_noop("This text is retired. Please write a new one.")


def may_move(stage: Stage, verb: str) -> Verdict:
    """May this happen to a text in this stage?"""
    return YES if verb in MOVES[stage] else Verdict(GONE)


def has_right_fields(body: str, use: Use) -> Verdict:
    """Is each {field} closed and known? An entry has none."""
    for found in _FIELD.finditer(body):
        if use is Use.ENTRY:
            return Verdict(NO_FIELDS_HERE, {"near": found[0]})
        if found[1] not in FIELDS:
            return Verdict(NO_FIELD, {"name": found[1], "fields": " ".join(f"{{{name}}}" for name in FIELDS)})
    if lone := _LONE.search(_FIELD.sub("", body)):
        return Verdict(UNCLOSED, {"near": lone[0]})
    return YES


def are_right(words: Words, use: Use) -> Verdict:
    """Is there a whole text in one language at least, and are all fields right?"""
    if not words:
        return Verdict(NOTHING)
    for said in words.values():
        if not (said.get("title") and said.get("body")):
            return Verdict(HALF)
        if not (verdict := has_right_fields(said["body"], use)):
            return verdict
    return YES


def is_soon_enough(review_on: date, on: date) -> Verdict:
    """A text is looked at again within a year; a day that is over means: at once."""
    return YES if review_on <= on + WITHIN else Verdict(TOO_LATE)


def filled(body: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled. A field without a value stays as it is, so that whoever sends it sees it."""
    return _FIELD.sub(lambda found: values.get(found[1]) or found[0], body)


def missing_in(words: Iterable[str]) -> list[str]:
    """The languages of the town that this text does not speak yet."""
    return [language for language in LANGUAGES if language not in words]


def upward(category: str) -> list[str]:
    """This category, the groups it is in, and "for all": "urban.lighting" → urban.lighting, urban, nothing."""
    found = [category] if category else []
    while "." in category:
        category = category.rpartition(".")[0]
        found.append(category)
    return [*found, ""]
