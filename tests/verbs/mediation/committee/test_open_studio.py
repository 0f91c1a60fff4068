"""A studio."""

import pytest

from tests import make
from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_it_belongs_to_one_committee() -> None:
    made = verbs.open_studio(
        by=make.administrator(), committee=make_it.committee(), names={"zh-hans": "扎西调解室"}, at=AT
    )
    assert made.committee.code == "KS-town"
    with pytest.raises(Refused):
        verbs.open_studio(by=make_it.mediator(), committee=made.committee, names={"en": "x"}, at=AT)
