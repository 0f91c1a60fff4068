"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction

from tests import make
from yimen.supervision.models import PublicCount, Release

pytestmark = pytest.mark.django_db


def test_an_office_has_one_number_of_each_kind_in_a_release() -> None:
    """``public_count_once_per_office``."""
    release = Release.objects.create(on=make.MONDAY.date())
    office = make.handler().office_id
    PublicCount.objects.create(release=release, office_id=office, suppress_below=5, number=10)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicCount.objects.create(release=release, office_id=office, suppress_below=5, number=15)
