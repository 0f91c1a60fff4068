"""The town words a letter itself."""

import pytest

from tests import make
from tests.verbs.cases import facts
from yimen.journeys.packs import load_pack, pack_folder
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Template
from yimen.notifications.queries import letters_without_words
from yimen.notifications.verbs.change_letter import change_letter
from yimen.notifications.verbs.take_templates import OfferedTemplate
from yimen.people.rules import Actor

pytestmark = pytest.mark.django_db
CODE = "case-accepted"
BODY = "$office says yes. $telephone $due $explanation"


def change(body: str = BODY, title: str = "Accepted", by: Actor | None = None, seen: str = "") -> list[str]:
    make.town()
    row = Template.objects.get(code=CODE, language="en")
    mark = seen or seen_as({"title": row.title, "body": row.body})
    letter = OfferedTemplate(CODE, "en", title, body)
    return change_letter(by=by or make.administrator(), letter=letter, seen=mark, at=make.LATER)


def test_residents_are_told_in_the_new_words_and_old_letters_keep_theirs() -> None:
    before = make.accepted_case(language="en")
    change()
    after = make.accepted_case(language="en", at=make.LATER)
    assert "says yes" not in facts.letters(before)[-1].body
    assert facts.letters(after)[-1].body.startswith("Urban office says yes.")


def test_a_newer_pack_does_not_overwrite_it() -> None:
    change()
    loaded = load_pack(pack_folder("cn"), by=make.OPERATOR, at=make.LATER)
    assert set(loaded.kept()) == {f"{CODE} en title", f"{CODE} en body"}


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("$office $telephone $due", "T"),
        (BODY + " $receipt", "T"),
        (BODY + " 5 $", "T"),
        (BODY, "To $office"),
        ("", "T"),
    ],
)
def test_what_no_pack_may_have_no_town_may_have(body: str, title: str) -> None:
    with pytest.raises(Refused):
        change(body, title)


def test_a_stale_page_is_refused_and_a_handler_may_not() -> None:
    with pytest.raises(Refused, match="just changed"):
        change(seen="other")
    with pytest.raises(Refused, match="Only an administrator"):
        change(by=make.handler())


def test_a_start_can_say_which_letters_have_no_words_since_the_version_is_newer_than_the_pack() -> None:
    make.town()
    assert letters_without_words() == []
    Template.objects.filter(code__in=["case-received", "case-asked"]).delete()
    Template.objects.filter(code="case-closed", language="bo").delete()
    assert letters_without_words() == ["case-asked", "case-received"]
