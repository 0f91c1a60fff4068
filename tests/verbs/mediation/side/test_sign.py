"""Signing on screen."""

import pytest
from django.db import IntegrityError, transaction

from tests import make_mediation as make_it
from yimen.journal.record import history
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.models import (
    Agreement,
    Signature,
)
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


@pytest.mark.parametrize("missing", ["side-1", "side-2", "mediator", "committee"])
def test_it_is_not_in_force_while_one_signature_is_missing(missing: str) -> None:
    talk = make_it.fixed()
    if missing == "committee":
        make_it.sign_all(talk, but=missing)
    else:
        with pytest.raises(Refused, match="committee seals it when"):
            make_it.sign_all(talk, but=missing)
    assert talk.row.state == "signing"
    assert not Agreement.objects.filter(in_force_at__isnull=False).exists()


def test_one_signs_once_and_only_the_text_one_has_read() -> None:
    talk = make_it.fixed()
    digest = talk.written().digest
    with pytest.raises(Refused, match="has changed"):
        verbs.sign_agreement(by=talk.side(1), digest="another", name="Tashi", at=AT)
    verbs.sign_agreement(by=talk.side(1), digest=digest, name="Tashi", at=AT)
    with pytest.raises(Refused, match="signed already"):
        verbs.sign_agreement(by=talk.side(1), digest=digest, name="Tashi", at=AT)
    assert talk.written().signed["side-1"].name == "Tashi"
    agreement = Agreement.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():  # signature_once
        Signature.objects.create(agreement=agreement, who="side-1", at=AT, how="screen", by="x")
    for wrong in ({"state": "in_force"}, {"in_force_at": AT}):
        with pytest.raises(IntegrityError, match="agreement_in_force_since"), transaction.atomic():
            Agreement.objects.filter(pk=agreement.pk).update(**wrong)


def test_all_are_told_when_it_is_in_force() -> None:
    talk = make_it.agreed()
    told = set(Letter.objects.filter(code="mediation-agreed").values_list("subject", flat=True))
    assert told == {talk.side(1).ref, talk.side(2).ref}
    assert history(talk.row.ref)[-1].facts == {"who": "committee", "in_force": True}
