"""A second person does not agree."""

import pytest

from tests import make
from tests.verbs.exports.asked import asked, fresh
from yimen.exports.verbs import refuse_export, take_export
from yimen.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_nothing_leaves_and_whoever_asked_reads_why() -> None:
    make.case()
    export = asked()
    with pytest.raises(Refused):
        refuse_export(by=make.supervisor("urban"), export=export, answer=" ", at=make.LATER)
    refuse_export(by=make.supervisor("urban"), export=export, answer="Read them here.", at=make.LATER)
    assert fresh(export.pk).answer == "Read them here."
    with pytest.raises(Refused, match="has refused"):
        take_export(by=make.handler(), export=fresh(export.pk), at=make.LATER)


def test_not_by_whoever_asked() -> None:
    make.case()
    with pytest.raises(Refused, match="Somebody else"):
        refuse_export(by=make.handler(), export=asked(), answer="No.", at=make.LATER)
