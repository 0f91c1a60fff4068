"""An answer stands with its case: a receipt leads there, or a letter of ours, and nothing else does."""

from datetime import timedelta
from typing import Any

import pytest

from tests import make, make_joint, make_mail
from yimen.cases.models import Case, Message
from yimen.cases.rules import Way
from yimen.cases.verbs import Receipt, leave_case
from yimen.files.queries import files_of
from yimen.intake.models import Arrival
from yimen.intake.taking import take_waiting
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.receipts import receipt_from, shown
from yimen.kernel.verdict import Refused
from yimen.notifications.carriers import mark_of
from yimen.notifications.models import Letter
from yimen.privacy.models import Guess

pytestmark = pytest.mark.django_db
QUOTED = "It is the one at the school.\n\nOn Mon, 2 Mar 2026, Kelsang <door@localhost> wrote:\n> Receipt:\n> {code}\n"


def by_mail(**fields: Any) -> Receipt:  # noqa: ANN401 – any field of a submission
    return make.receipt(email=make_mail.SENDER, tell=Way.EMAIL, language="en", **fields)


def said() -> list[tuple[str, str]]:
    return [(message.kind, str(message.text)) for message in Message.objects.order_by("id")]


def test_a_receipt_in_what_is_quoted_leads_to_the_case_and_only_what_is_new_stands_there() -> None:
    receipt = by_mail()
    files = (("side.txt", b"The left side."), ("all.zip", b"PK\x03\x04" + b"\0" * 60))
    arrival = make_mail.taken(make_mail.mail(QUOTED.format(code=shown(receipt.code)), files=files))
    assert said() == [("added", "It is the one at the school.")]
    assert [file.name for file in files_of(receipt.case.ref)] == ["side.txt"]
    assert (arrival.stage, arrival.content, Case.objects.count()) == ("taken", b"", 1)
    assert make_mail.letters()[-1].code == "mail-files-left-out"


def test_where_the_office_has_asked_it_is_the_answer() -> None:
    case = make.asked_case(language="en")
    letter = Letter.objects.filter(code="case-asked").get()
    make_mail.taken(make_mail.mail("The left side.", in_reply_to=f"<{mark_of(letter.pk)}@localhost>"))
    assert make.fresh(case).state == "handling"
    assert said()[-1] == ("reply", "The left side.")


@pytest.mark.parametrize(
    "head",
    [
        {"in_reply_to": "<letter-1-0123456789abcdef@localhost>"},  # made up
        {"references": "<{mark}x@localhost>"},
        {"subject": "Re: case 1", "references": "<1@example.org>"},
    ],
)
def test_nothing_that_somebody_could_know_or_guess_leads_to_a_case(head: dict[str, Any]) -> None:
    by_mail()
    mark = mark_of(make_mail.letters()[0].pk)
    make_mail.taken(make_mail.mail(**{name: value.format(mark=mark[:-1]) for name, value in head.items()}))
    assert (Case.objects.count(), said()) == (2, [])


def test_the_same_sender_about_the_same_thing_is_another_case() -> None:
    by_mail(words="A lamp")
    make_mail.taken(make_mail.mail())
    assert Case.objects.count() == 2


def test_a_receipt_that_never_was_makes_a_new_case_and_is_counted() -> None:
    make_mail.taken(make_mail.mail("My receipt is 7K2MP-9QXR4-HTW6M, I think."))
    make_mail.taken(make_mail.mail(f"My receipt is {unknown()}."))
    assert (Case.objects.count(), Guess.objects.get().count) == (2, 1)


def unknown(number: int = 0) -> str:
    """A receipt as it could be, and that nobody has."""
    return shown(receipt_from(f"nobody's {number}", b"k" * 32))


def test_whoever_guesses_receipts_by_mail_is_stopped() -> None:
    make.town()
    for first in range(0, 25, 5):
        make_mail.taken(make_mail.mail(" ".join(map(unknown, range(first, first + 5)))))
    assert Arrival.objects.filter(why="refused").count() == 1
    assert Guess.objects.get().count == 20


def test_each_of_several_answers_as_themselves_and_files_left_out_are_told_to_them_alone() -> None:
    _, other = make_joint.joint_case()
    letter = Letter.objects.get(subject=f"holder:{make_joint.me(other).holder_id}", code="case-joined")
    files = (("all.zip", b"PK\x03\x04" + b"\0" * 60),)
    make_mail.taken(make_mail.mail("Mine too.", files=files, references=f"<{mark_of(letter.pk)}@localhost>"))
    assert said()[-1] == ("added", "Mine too.")
    told = [each.subject for each in make_mail.letters() if each.code == "mail-files-left-out"]
    assert told == [letter.subject]


def test_whoever_has_left_a_case_leads_nowhere_with_the_letter_that_says_so() -> None:
    case, _ = make_joint.joint_case(tell=Way.EMAIL, email=make_mail.SENDER)
    leave_case(by=make.resident(case), case=case, at=make.LATER)
    letter = Letter.objects.filter(code="case-left").get()
    make_mail.taken(make_mail.mail("Still here.", references=f"<{mark_of(letter.pk)}@localhost>"))
    assert said() == []
    assert Case.objects.count() == 2


def test_a_helper_adds_nothing_by_mail_and_a_clerk_looks() -> None:
    receipt = make.receipt(consent="spoken", is_followed=True)
    letter = make_mail.taken(make_mail.mail(f"It is urgent. {shown(receipt.helpers)}"))
    assert (letter.stage, letter.why, said()) == ("held", "refused", [])


def test_while_somebody_works_on_the_case_it_waits_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = by_mail()
    make_mail.received(make_mail.mail(f"More. {shown(receipt.code)}"))
    with monkeypatch.context() as busy:

        def quicker(*_: object, **__: object) -> None:
            raise Refused(JUST_CHANGED)

        busy.setattr("yimen.intake.verbs.thread.add_words", quicker)
        assert take_waiting(make.MONDAY) == 0
    assert (Arrival.objects.get().stage, Arrival.objects.get().tries) == ("waiting", 0)
    assert take_waiting(make.MONDAY + timedelta(seconds=5)) == 1
    assert len(said()) == 1


def test_to_a_case_that_has_ended_nothing_is_added_and_a_clerk_looks() -> None:
    case = make.closed_case()
    letter = Letter.objects.filter(subject=case.ref).first()
    assert letter
    arrival = make_mail.taken(
        make_mail.mail("Thank you!", references=f"<{mark_of(letter.pk)}@localhost>"), at=make.MONDAY + timedelta(days=1)
    )
    assert (arrival.stage, arrival.why) == ("held", "ended")
    assert make.fresh(case).state == "closed"
