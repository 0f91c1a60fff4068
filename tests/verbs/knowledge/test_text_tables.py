"""What the tables themselves refuse."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.verbs.knowledge.texts import written
from yimen.knowledge.models import Text, Version

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fields", [{"stage": "published"}, {"published": 1}, {"stage": "retired", "published": 1}])
def test_only_what_is_in_use_names_the_version_in_use(fields: dict[str, object]) -> None:
    """text_published_has_its_version"""
    one = written()
    with pytest.raises(IntegrityError), transaction.atomic():
        Text.objects.filter(pk=one.pk).update(**fields)


def test_a_version_is_there_once() -> None:
    """version_once_per_text"""
    one = written()
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(text=one, number=1, at=make.LATER, by="operator", words={})
