"""Letters on paper wait for the mail room, and where they went is forgotten with the post."""

import pytest

from tests import make, make_mail
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.intake.verbs.posting import post_letter
from yimen.kernel.verdict import Refused
from yimen.notifications.models import Letter
from yimen.notifications.post_office import send_waiting

pytestmark = pytest.mark.django_db
WHERE = "Dolma\nHouse 3, Nawu"


def on_paper() -> Letter:
    make.case(tell=Way.POST, postal=WHERE)
    return make_mail.letters()[-1]


def test_it_waits_and_no_program_sends_it() -> None:
    letter = on_paper()
    assert (letter.state, letter.way, letter.address, letter.next_at) == ("to_post", "post", WHERE, None)
    assert not send_waiting(make.LATER)
    make.answered(Case.objects.get(), at=make.LATER)
    assert {one.state for one in make_mail.letters()} == {"to_post"}


def test_in_the_post_where_it_went_is_forgotten_and_pressed_twice_it_is_one() -> None:
    letter, town = on_paper(), make.town()
    for by in (make.posted("one-door-1-clerk"), make.handler(), make.supervisor("one-door")):
        with pytest.raises(Refused):
            post_letter(by=by, letter=letter, town=town, at=make.LATER)
    post_letter(by=make.clerk(), letter=letter, town=town, at=make.LATER)
    after = Letter.objects.get(pk=letter.pk)
    assert (after.state, after.sent_at, after.address, after.to_post_at) == ("sent", make.LATER, "", None)
    assert bool(after.body)
    with pytest.raises(Refused, match="just changed"):
        post_letter(by=make.clerk(), letter=letter, town=town, at=make.LATER)


def test_without_an_address_it_is_refused_and_it_is_sealed_and_fades() -> None:
    make.town()
    with pytest.raises(Refused, match="Please give us the address"):
        make.case(tell=Way.POST)
    assert Case.objects.count() == 0
