"""A text."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.agreements.rules import Text
from yimen.mediation.models import (
    Agreement,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_a_new_version_replaces_the_one_before_and_one_counts() -> None:
    talk = make_it.opened()
    verbs.draft_agreement(by=talk.mediator(), text=make_it.text(terms="first"), at=AT)
    verbs.draft_agreement(by=talk.mediator(), text=make_it.text(terms="second"), at=AT)
    assert talk.written().text.terms == "second"
    assert list(Agreement.objects.order_by("id").values_list("state", flat=True)) == ["replaced", "draft"]
    with pytest.raises(IntegrityError), transaction.atomic():  # agreement_one_counts
        Agreement.objects.update(state="draft")


def test_a_text_without_its_parts_is_refused() -> None:
    with pytest.raises(Refused, match="main facts"):
        verbs.draft_agreement(by=make_it.opened().mediator(), text=Text("", "x"), at=AT)
