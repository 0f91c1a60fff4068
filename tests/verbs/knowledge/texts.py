"""What the tests of kept texts share."""

from datetime import date
from typing import Any

from tests import make
from yimen.knowledge.models import Text
from yimen.knowledge.rules import Use
from yimen.knowledge.verbs import Draft, publish_text, write_text
from yimen.people.rules import Actor

ENGLISH = {"en": {"title": "Lamp on its way", "body": "We mend it by {due}. {office}"}}
PLAIN = {"en": {"title": "Who mends lamps?", "body": "Urban management does."}}
CHINESE = {"zh-hans": {"title": "路灯", "body": "{office}将在{due}前修好。"}}
REVIEW = date(2027, 3, 1)


def draft(words: Any = ENGLISH, category: str = make.LAMP) -> Draft:  # noqa: ANN401 – by language
    """A draft about lamps."""
    return Draft(words=words, review_on=REVIEW, category=category)


def written(use: Use = Use.ANSWER, words: Any = None, office: str = "KS-urban", by: Actor = make.OPERATOR) -> Text:  # noqa: ANN401
    """A draft that is kept."""
    town = make.town()
    said = draft(words or (PLAIN if use is Use.ENTRY else ENGLISH))
    pk = write_text(by=by, use=use, office=town.offices.by_code[office], draft=said, at=make.MONDAY)
    text: Text = Text.objects.select_related("office").get(pk=pk)
    return text


def published(use: Use = Use.ANSWER, words: Any = None, office: str = "KS-urban") -> Text:  # noqa: ANN401
    """A text in use."""
    text = written(use, words, office)
    publish_text(by=make.OPERATOR, text=text, at=make.MONDAY)
    return text
