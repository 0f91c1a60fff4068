"""The seal."""

import pytest

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Signature,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def test_it_comes_last_and_holds_no_word_of_the_text() -> None:
    talk = make_it.fixed()
    with pytest.raises(Refused, match="committee seals it when"):
        verbs.seal_agreement(by=talk.head(), at=AT)
    make_it.sign_all(talk)
    assert bytes(Signature.objects.get(who="committee").words) == b""
    assert talk.row.state == "agreed"
