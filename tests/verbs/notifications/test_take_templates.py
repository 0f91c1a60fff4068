"""A town takes the words of its letters."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from yimen.journal.record import history
from yimen.kernel.taking import Changes
from yimen.notifications.models import Template
from yimen.notifications.verbs.take_templates import OfferedTemplate, take_templates
from yimen.people.rules import Operator

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
HELLO = OfferedTemplate("hello", "en", "A letter for you", "Hello from $office.")
TASHI = OfferedTemplate("hello", "bo", "ཁྱེད་ལ་འཕྲིན་ཡིག་ཅིག", "$office ནས་བཀྲ་ཤིས་བདེ་ལེགས།")

pytestmark = pytest.mark.django_db


def take(*templates: OfferedTemplate) -> Changes:
    return take_templates(by=Operator(), pack="test", templates=templates, at=MONDAY)


def test_the_same_letter_is_taken_in_each_language() -> None:
    assert take(HELLO, TASHI) == Changes(added=("hello en", "hello bo"))
    assert Template.objects.get(code="hello", language="bo").body == TASHI.body
    assert [(e.code, e.facts) for e in history("pack:test")] == [("pack.templates_taken", {"added": 2, "changed": 0})]


def test_the_same_again_is_no_change() -> None:
    take(HELLO, TASHI)
    assert not take(HELLO, TASHI)
    assert len(history("pack:test")) == 1


def test_other_words_in_one_language_leave_the_other_language_alone() -> None:
    take(HELLO, TASHI)
    assert take(replace(HELLO, body="Good day from $office."), TASHI) == Changes(changed=("hello en",))
    assert Template.objects.get(language="en").body == "Good day from $office."
    assert Template.objects.get(language="bo").body == TASHI.body


def test_a_letter_stands_once_in_each_language() -> None:
    take(HELLO)
    with pytest.raises(IntegrityError), transaction.atomic():  # template_once_per_language
        Template.objects.create(code="hello", language="en", title="Again", body="Again")
