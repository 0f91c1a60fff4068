"""The pages that do something: one verb each; a no says why and keeps what was typed."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import make
from tests.pages.desk.browsing import opened, text
from yimen.cases.models import Case
from yimen.cases.verbs import accept_case, ask_resident
from yimen.kernel.clock import now
from yimen.people.rules import Acting
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db


def petition() -> Case:
    """A petition that its office has accepted just now, so that its limit still runs."""
    case = make.petition(at=now())
    accept_case(by=make.holder(case), case=case, at=now())
    return case


def petitions_boss() -> Acting:
    """The supervisor of the office that has the pack's first petition."""
    return make.supervisor("housing")


def handed_today() -> Case:
    """Handed over just now: the time to object has not ended."""
    return make.handed_case(at=now())


HAPPY: list[tuple[str, Callable[[], Case], Callable[[], Acting], dict[str, Any], str]] = [
    ("acceptance", make.case, make.handler, {}, "handling"),
    ("referral", make.case, make.handler, {"door": "court", "text": "A court decides."}, "referred"),
    ("category", make.open_case, make.clerk, {"category": make.LAMP}, "received"),
    ("hand-over", make.case, make.handler, {"office": "KS-housing", "text": "A house lamp."}, "received"),
    ("objection", handed_today, lambda: make.handler("housing"), {"text": "A street lamp."}, "objected"),
    ("decision", make.objected_case, make.supervisor, {"goes_back": "yes", "text": "Street lamps."}, "received"),
    ("question", make.accepted_case, make.handler, {"text": "Which side?"}, "asked"),
    ("answer", make.accepted_case, make.handler, {"outcome": "done", "opinion": "It burns."}, "answered"),
    ("extension", petition, petitions_boss, {"text": "A part is missing."}, "handling"),
]


@pytest.mark.parametrize(("page", "made", "who", "typed", "state"), HAPPY, ids=[row[0] for row in HAPPY])
def test_each_page_does_its_one_thing(
    page: str, made: Callable[[], Case], who: Callable[[], Acting], typed: dict[str, Any], state: str
) -> None:
    case = make.fresh(made())
    client = opened(who(), case.pk)
    form = text(client.get(f"/desk/cases/{case.pk}/{page}/"))
    assert f'name="version" value="{case.version}"' in form
    assert all(f'name="{name}"' in form for name in typed)
    done = client.post(f"/desk/cases/{case.pk}/{page}/", typed | {"version": case.version}, follow=True)
    assert done.status_code == 200
    assert done.redirect_chain, text(done)
    assert "y-notice--done" in text(done)
    after = make.fresh(case)
    assert (after.state, after.version) == (state, case.version + 1)


@pytest.mark.parametrize(("page", "made", "who", "typed", "state"), HAPPY, ids=[row[0] for row in HAPPY])
def test_a_stale_page_is_refused_and_keeps_what_was_typed(
    page: str, made: Callable[[], Case], who: Callable[[], Acting], typed: dict[str, Any], state: str
) -> None:
    case = make.fresh(made())
    client = opened(who(), case.pk)
    stale = typed | {"version": case.version + 7}  # as if somebody had changed it since
    refused = client.post(f"/desk/cases/{case.pk}/{page}/", stale)
    said = text(refused)
    assert refused.status_code == 200
    assert "Somebody has just changed this" in said
    assert all(str(typed[name]) in said for name in typed.keys() & {"text", "opinion"})
    assert make.fresh(case).version == case.version
    assert f'name="version" value="{case.version}"' in said  # the page shows the case as it is: the next try counts
    client.post(f"/desk/cases/{case.pk}/{page}/", typed | {"version": case.version})
    assert make.fresh(case).state == state


@pytest.mark.parametrize(
    ("page", "made", "who", "reason"),
    [
        ("acceptance", make.accepted_case, make.handler, "The office is handling this case."),
        ("referral", make.answered_case, make.handler, "This case has been answered."),
        ("category", make.answered_case, make.handler, "This case has been answered."),
        ("hand-over", make.answered_case, make.handler, "This case has been answered."),
        ("objection", make.case, make.handler, "was not handed over to your office"),
        ("decision", make.case, make.supervisor, "has not accepted this case yet"),
        ("question", make.case, make.handler, "has not accepted this case yet"),
        ("answer", make.case, make.handler, "has not accepted this case yet"),
        ("extension", make.accepted_case, make.handler, "Your post does not do this."),
        ("more-time", make.accepted_case, make.handler, "The last day was 9 March 2026."),
    ],
)
def test_what_cannot_be_done_says_why_and_shows_no_form(
    page: str, made: Callable[[], Case], who: Callable[[], Acting], reason: str
) -> None:
    case = made()
    client = opened(who(), case.pk)
    shown = text(client.get(f"/desk/cases/{case.pk}/{page}/"))
    assert reason in shown
    assert "<textarea" not in shown
    version = make.fresh(case).version
    client.post(f"/desk/cases/{case.pk}/{page}/", {"version": version, "text": "All the same"})
    assert make.fresh(case).version == version


def test_a_day_in_a_reason_stands_in_words_in_the_readers_language() -> None:
    case = make.handed_case()  # of a Monday long ago: the time to object is over
    client = opened(make.handler("housing"), case.pk)
    for language, said in (("en", "ended on 3 March 2026"), ("zh-hans", "2026年3月3日")):
        client.cookies["django_language"] = language
        for page in ("", "objection/"):  # among what can't be done, and on its page
            assert said in text(client.get(f"/desk/cases/{case.pk}/{page}")), (language, page)


def test_what_a_colleague_has_just_accepted_offers_nobody_the_button_again() -> None:
    """Nothing was typed, so nothing is kept; and there is nothing to press once more."""
    case = make.fresh(make.case())
    client = opened(make.handler(), case.pk)
    accept_case(by=make.handler(), case=make.fresh(case), at=now())
    said = text(client.post(f"/desk/cases/{case.pk}/acceptance/", {"version": case.version}))
    assert said.count("The office is handling this case.") == 1
    assert "What you wrote is still here" not in said
    assert 'id="doing"' not in said


def test_two_pages_open_at_once_and_the_second_keeps_its_words() -> None:
    case = make.fresh(make.accepted_case())
    client = opened(make.handler(), case.pk)
    ask_resident(by=make.handler(), case=make.fresh(case), question="First?", at=now())
    said = text(client.post(f"/desk/cases/{case.pk}/question/", {"version": case.version, "text": "Second?"}))
    assert "it is the resident&#x27;s turn" in said
    assert ">Second?</textarea>" in said.replace("\n", "")


@pytest.mark.parametrize("version", ["", "x", "0", "-1"])
def test_a_page_without_its_version_does_nothing(version: str) -> None:
    case = make.case()
    opened(make.handler(), case.pk).post(f"/desk/cases/{case.pk}/acceptance/", {"version": version})
    assert make.fresh(case).state == "received"


def test_beside_the_form_a_late_case_looks_as_late_as_on_its_page() -> None:
    case = make.accepted_case()  # of a Monday long ago
    client = opened(make.handler(), case.pk)
    for page in ("", "answer/", "note/"):
        assert "y-state--late" in text(client.get(f"/desk/cases/{case.pk}/{page}")), page


def test_an_empty_answer_is_asked_for_again() -> None:
    case = make.fresh(make.accepted_case())
    client = opened(make.handler(), case.pk)
    said = client.post(f"/desk/cases/{case.pk}/answer/", {"version": case.version, "outcome": "done", "opinion": " "})
    assert "What you wrote is still here" in text(said)
    assert make.fresh(case).state == "handling"


def test_a_petition_is_asked_for_all_parts() -> None:
    case = petition()
    client = opened(make.holder(case), case.pk)
    form = text(client.get(f"/desk/cases/{case.pk}/answer/"))
    for part in ("claims", "facts", "opinion", "basis", "outcome"):
        assert f'name="{part}"' in form
    typed = {"outcome": "explain", "claims": "A", "facts": "B", "opinion": "C", "version": case.version}
    assert "What you wrote is still here" in text(client.post(f"/desk/cases/{case.pk}/answer/", typed))
    client.post(f"/desk/cases/{case.pk}/answer/", typed | {"basis": "Art. 7"})
    assert make.fresh(case).state == "answered"


def test_a_lamp_needs_only_an_answer() -> None:
    case = make.accepted_case()
    form = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/answer/"))
    assert 'name="basis"' not in form


def test_the_accused_office_is_not_offered() -> None:
    case = make.case(accused_office="KS-housing")
    form = text(opened(make.handler(), case.pk).get(f"/desk/cases/{case.pk}/hand-over/"))
    assert 'value="KS-water"' in form
    assert 'value="KS-housing"' not in form
    assert 'value="KS-urban"' not in form  # it has it already


def test_handed_downward_it_is_refused_and_what_was_typed_stays() -> None:
    case = make.case()
    client = opened(make.handler(), case.pk)
    typed = {"version": case.version, "office": "KS-township-office-1", "text": "Theirs."}
    said = text(client.post(f"/desk/cases/{case.pk}/hand-over/", typed))
    assert "may not pass its work down" in said
    assert "Theirs.</textarea>" in said
    assert 'value="KS-township-office-1" selected' in said


def test_a_form_is_a_look_too() -> None:
    case = make.accepted_case()
    client = opened(make.handler(), case.pk)
    client.get(f"/desk/cases/{case.pk}/answer/")
    assert len(looks_of(case.ref)) == 1
