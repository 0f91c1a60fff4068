"""Somebody stands aside: from then on they see nothing of the case, from none of their posts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests import make
from tests.make_colleagues import advised_case, again, shared_case
from tests.verbs.cases import facts
from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.lists import Wanted, Which
from yimen.cases.lists.standing import Asked, in_any_order, in_order
from yimen.cases.models import Case, Recusal
from yimen.cases.policies import may
from yimen.cases.queries import case_for, is_visible, visible_to
from yimen.cases.rules import CONTACTS_KEPT, WORDS_KEPT
from yimen.cases.together.enquiries import asked_of, enquiry_of_post
from yimen.cases.verbs import accept_case, answer_enquiry, ask_adviser, stand_aside
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.people.models import Post
from yimen.people.queries import posts_of
from yimen.people.rules import Acting
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.privacy.looks import looks_of

pytestmark = pytest.mark.django_db
WHY = "The lamp is my brother's."


def _listed(acting: Acting, which: Which) -> list[int]:
    asked = Asked(acting, Wanted(which), make.town(), day_of(make.MONDAY))
    assert {c.pk for c in in_order(asked)} == {c.pk for c in in_any_order(asked)}
    return [case.pk for case in in_order(asked)]


def _also_at_the_town(who: Acting) -> list[Acting]:
    """They get a second post: a supervisor of the whole town."""
    office, place = make.supervisor().office_id, Post.objects.get(pk=make.supervisor().post_id).place_id
    post = Post.objects.create(code="second", role="supervisor", office_id=office, place_id=place)
    appoint_staff(by=make.OPERATOR, staff_id=who.staff_id, post_id=post.pk, from_on=day_of(make.MONDAY), at=make.MONDAY)
    return posts_of(who.staff_id, day_of(make.MONDAY))


def test_the_case_is_gone_for_them_from_every_post_and_stays_for_others() -> None:
    case, other = make.accepted_case(), make.accepted_case()
    posts = _also_at_the_town(make.handler())
    for post in posts:
        assert is_visible(post, case.pk, make.town())
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    for post in posts:
        assert not visible_to(post, make.town()).filter(pk=case.pk).exists()
        assert not is_visible(post, case.pk, make.town())
        assert case_for(post, case.pk, purpose="handle", at=make.LATER, town=make.town()) is None
        assert "stand aside" in may(post, make.fresh(case), "answer").reason
        for which in (Which.MINE, Which.DUE, Which.ALL):
            assert case.pk not in _listed(post, which)
        assert other.pk in _listed(post, Which.DUE)
    assert not list(looks_of(case.ref))
    assert case.pk in _listed(make.supervisor(), Which.DUE)
    assert is_visible(make.supervisor("urban"), case.pk, make.town())


def test_the_journal_names_the_post_and_neither_the_person_nor_the_reason() -> None:
    case = make.accepted_case()
    told = len(facts.letters(case))
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    entry = facts.last_entry(case)
    assert (entry.code, entry.by) == ("case.stood_aside", make.handler().ref)
    assert entry.facts == {"office": make.handler().office_id}
    assert len(facts.letters(case)) == told
    with connection.cursor() as cursor:
        cursor.execute("SELECT why FROM cases_recusal")
        assert WHY.encode() not in bytes(cursor.fetchone()[0])
    assert Recusal.objects.get().why == WHY


def test_a_page_that_was_open_is_refused() -> None:
    case = make.case()
    stale = make.fresh(case)
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        accept_case(by=make.handler(), case=stale, at=make.LATER)
    with pytest.raises(Refused, match="stand aside"):
        accept_case(by=make.handler(), case=make.fresh(case), at=make.LATER)


def test_once_and_with_a_reason_and_only_near_the_case() -> None:
    case = make.accepted_case()
    with pytest.raises(Refused, match="write something"):
        stand_aside(by=make.handler(), case=make.fresh(case), why=" ", at=make.LATER)
    with pytest.raises(Refused, match="another office"):
        stand_aside(by=make.handler("water"), case=make.fresh(case), why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="Your post does not do this"):
        stand_aside(by=make.administrator(), case=make.fresh(case), why=WHY, at=make.LATER)
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="You stand aside"):
        stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)


def test_the_second_of_two_hands_is_refused() -> None:
    case = make.accepted_case()
    copy = make.fresh(case)
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    with pytest.raises(Refused, match="just changed"):
        stand_aside(by=make.supervisor("urban"), case=copy, why=WHY, at=make.LATER)
    assert Recusal.objects.count() == 1


def test_who_was_asked_for_a_part_may_stand_aside_too() -> None:
    case, made = shared_case()
    housing = make.handler("housing")
    stand_aside(by=housing, case=make.fresh(case), why=WHY, at=make.LATER)
    assert not is_visible(housing, case.pk, make.town())
    assert asked_of(housing).enquiries == []
    with pytest.raises(Refused, match="You stand aside"):
        answer_enquiry(by=housing, enquiry=again(made), text="It is ours.", at=make.LATER)


def test_an_adviser_who_stands_aside_as_a_handler_reads_no_question_about_it() -> None:
    case, made = advised_case()
    lead = make.area_lead()
    Recusal.objects.create(case=case, staff_id=lead.staff_id, state="stands", at=make.LATER, by="post:1")
    Case.objects.filter(pk=case.pk).update(has_recusals=True)
    assert enquiry_of_post(lead, made.pk) is None
    assert asked_of(lead).enquiries == []
    with pytest.raises(Refused, match="must keep out"):
        ask_adviser(by=make.handler(), case=make.fresh(case), post_id=lead.post_id, question="And?", at=make.LATER)


def test_the_lists_ask_the_same_however_many_stand_aside(sql: Callable[..., Any]) -> None:
    for number in range(12):
        case = make.accepted_case()
        if number % 2:
            stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    asked = Asked(make.handler(), Wanted(Which.DUE), make.town(), day_of(make.MONDAY))
    with sql(at_most=1):
        assert len(list(in_order(asked))) == 6


def test_the_reason_is_forgotten_with_the_case() -> None:
    case = make.closed_case()
    stand_aside(by=make.handler(), case=make.fresh(case), why=WHY, at=make.LATER)
    fade_contacts(make.LATER + CONTACTS_KEPT)
    fade_words(make.LATER + WORDS_KEPT["fault"])
    assert Recusal.objects.get().why == ""
