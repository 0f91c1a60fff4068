"""What the database itself refuses of a question to colleagues."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from tests.make_colleagues import advised_case, post_id, shared_case
from yimen.cases.models import Enquiry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("asked", [shared_case, advised_case])
def test_nobody_is_asked_twice_at_once(asked: type) -> None:
    """enquiry_open_once_per_office, enquiry_open_once_per_post."""
    _, enquiry = asked()
    enquiry.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        enquiry.save(force_insert=True)
    Enquiry.objects.update(state="answered", ended_at=make.LATER)
    enquiry.save(force_insert=True)


def test_an_office_is_asked_for_its_part_and_a_post_for_advice() -> None:
    """enquiry_goes_to_an_office_or_a_post."""
    _, part = shared_case()
    _, advice = advised_case()
    for enquiry, post in ((part, post_id("village-committee-area_lead")), (advice, None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Enquiry.objects.filter(pk=enquiry.pk).update(to_post_id=post)
