"""Whoever prints a letter could read it: that is a look."""

import pytest
from django.db import IntegrityError, transaction

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.intake.verbs.posting import print_letter
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def test_its_resident_sees_it_and_the_letter_still_waits() -> None:
    make.case(tell=Way.POST, postal="Dolma, Nawu")
    letter, town = make_mail.letters()[-1], make.town()
    with pytest.raises(Refused, match="service desk"):
        print_letter(by=make.posted("one-door-1-clerk"), letter=letter, town=town, at=make.LATER)
    print_letter(by=make.clerk(), letter=letter, town=town, at=make.LATER)
    assert [look.purpose for look in looks_of(Case.objects.get().ref)] == ["posting"]
    assert Letter.objects.get(pk=letter.pk).state == "to_post"


def test_letter_to_post_has_its_time() -> None:
    """letter_to_post_has_its_time."""
    make.case(tell=Way.POST, postal="Dolma, Nawu")
    for changed in ({"to_post_at": None}, {"state": "kept"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.update(**changed)
