"""On paper."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Signature,
)
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_the_scan_is_kept_sealed_and_counts_as_that_sides_signature() -> None:
    talk = make_it.fixed()
    digest = talk.written().digest
    verbs.sign_paper(by=talk.mediator(), side=2, digest=digest, name="Zhang", scan=b"zqscan", at=AT)
    made = Signature.objects.get()
    assert (made.who, made.how, b"zqscan" in bytes(made.scan)) == ("side-2", "paper", False)
    assert talk.side(1).ring.open_bytes("joint", made.scan) == b"zqscan"


def test_not_without_a_scan_nor_under_another_text() -> None:
    talk = make_it.fixed()
    for digest, scan in ((talk.written().digest, b""), ("another", b"x")):
        with pytest.raises(Refused):
            verbs.sign_paper(by=talk.mediator(), side=2, digest=digest, name="Zhang", scan=scan, at=AT)


def test_the_side_in_whose_name_it_is_reads_of_it_and_nobody_signs_for_a_side_that_is_not_there() -> None:
    talk = make_it.fixed()
    Letter.objects.all().delete()
    verbs.sign_paper(by=talk.mediator(), side=2, digest=talk.written().digest, name="Zhang", scan=b"x", at=AT)
    assert list(Letter.objects.values_list("code", "subject")) == [("mediation-news", talk.side(2).ref)]
    with pytest.raises(Refused, match="has not come"):
        verbs.sign_paper(by=talk.mediator(), side=9, digest=talk.written().digest, name="Li", scan=b"x", at=AT)
