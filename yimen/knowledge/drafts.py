"""What somebody wrote for a text, made plain and checked before it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yimen.kernel.languages import LANGUAGES
from yimen.kernel.text import plain
from yimen.kernel.verdict import require
from yimen.knowledge.rules import LONGEST_BODY, LONGEST_TITLE, Use, Words, are_right, is_soon_enough


@dataclass(frozen=True)
class Draft:
    """The words in each language, what they are about, and when the owner looks at them again."""

    words: Mapping[str, Mapping[str, str]]
    review_on: date
    category: str = ""


def plain_words(draft: Draft, use: Use, on: date) -> Words:
    """The words without what nobody can type; refused if a field is unknown, half a text is missing, or nobody would
    look at it for more than a year.
    """
    require(is_soon_enough(draft.review_on, on))
    words = {}
    for language in LANGUAGES:
        said = draft.words.get(language, {})
        title = plain(said.get("title", ""), LONGEST_TITLE)
        body = plain(said.get("body", ""), LONGEST_BODY)
        if title or body:
            words[language] = {"title": title, "body": body}
    require(are_right(words, use))
    return words
