"""Whatever anybody does, in whatever order: no side sees the other's own things, and nobody is bound unasked."""

import os
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make_company
from tests import make_mediation as make_it
from tests.verbs.mediation.found import company, digest, last, promised, times
from yimen.journal.record import history
from yimen.kernel.receipts import new_nonce
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.agreements.rules import Kept, needed_from
from yimen.mediation.coming import Person
from yimen.mediation.companions.rules import Role
from yimen.mediation.endings import Ending, routes_of
from yimen.mediation.late import end_late
from yimen.mediation.models import Agreement, Companion, Mediation, Proposal, RoomKey, Side, Sitting
from yimen.mediation.queries.mediators import mediation_for, named_in
from yimen.mediation.queries.reading import sittings_of, words_of
from yimen.mediation.queries.sides import insider_of_note
from yimen.mediation.rooms.files import files_of
from yimen.mediation.rooms.inside import SideIn
from yimen.mediation.rooms.rules import JOINT
from yimen.mediation.rules import Kind, Screened
from yimen.mediation.sittings.times import offered_to
from yimen.notifications.models import Letter
from yimen.privacy.models import Guess

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def _come(talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    if 2 not in talk.invitations:
        raise Refused("not invited")
    if not say:
        return verbs.answer_invitation_later(by=talk.invited(), at=AT)
    _, talk.codes[2] = verbs.answer_invitation_yes(by=talk.invited(), who=Person(""), nonce=new_nonce(), at=AT)
    return None


def _of_a_side(name: str, talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    if side not in talk.codes:
        raise Refused("has not come")
    me = talk.side(side)
    acts: dict[str, Any] = {
        "choose": lambda: verbs.choose_mediator(by=me, at=AT) if say else verbs.refuse_mediator(by=me, at=AT),
        "alone": lambda: verbs.say_privately(by=me, words=f"zqown-{side}", at=AT),
        "rights": lambda: verbs.confirm_rights(by=me, at=AT),
        "propose": lambda: verbs.propose_to_all(by=me, words="zqjoint", at=AT),
        "answer": lambda: verbs.answer_proposal(by=me, proposal=last(Proposal, talk), accepts=say, at=AT),
        "time": lambda: verbs.ask_time(by=me, until=AT.date() + timedelta(days=50), at=AT),
        "sign": lambda: verbs.sign_agreement(
            by=me, digest=digest(me) if say else "other", name="zq", drawn="[[[1,2]]]", at=AT
        ),
        "change": lambda: verbs.ask_change(by=me, at=AT),
        "show": lambda: verbs.show_files(
            by=me, room=me.own if say else JOINT, files=[("x.txt", f"zqown-{side}".encode())], at=AT
        ),
        "suits": lambda: verbs.answer_times(by=me, suits=times(me) if say else [], at=AT),
        "leave": lambda: verbs.leave_mediation(by=me, at=AT),
        "public": lambda: verbs.wish_public(by=me, is_public=say, at=AT),
        "bring": lambda: make_company.wanted(talk, Role.GUARDIAN if say else Role.SUPPORTER, side=side),
        "agree": lambda: verbs.answer_companion(by=me, companion=company(talk), agrees=say, at=AT),
        "admit": lambda: _admit(talk, me),
        "dismiss": lambda: verbs.dismiss_companion(by=me, companion=company(talk), at=AT),
    }
    acts[name]()


def _admit(talk: make_it.Talk, me: SideIn) -> None:
    pk = company(talk)
    talk.company[pk] = verbs.admit_companion(by=me, companion=pk, nonce=new_nonce(), at=AT)


def _of_the_mediator(name: str, talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    me = mediation_for(make_it.mediator(), talk.pk, AT)
    if me is None:
        raise Refused("not in")
    found = Screened.SUITABLE if say else Screened.NEEDS_SOMEBODY
    acts: dict[str, Any] = {
        "screen": lambda: verbs.screen_side(by=me, side=side, found=found, words="zqnobody", at=AT),
        "invite": lambda: talk.invitations.update(
            verbs.invite_sides(by=me, summary="zqjoint", nonce=new_nonce(), at=AT)
        ),
        "caucus": lambda: verbs.note_to_side(by=me, side=side, words=f"zqown-{side}", is_caucus=say, at=AT),
        "plan": lambda: make_it.planned(talk, side if say else 0),
        "could": lambda: verbs.offer_times(by=me, times=verbs.Times([AT + timedelta(days=30 + side)]), at=AT)
        if say else verbs.withdraw_times(by=me, at=AT),
        "settle": lambda: verbs.fix_time(by=me, time=(times(me) or [0])[0], at=AT),
        "hold": lambda: verbs.hold_sitting(
            by=me, sitting=(sitting := last(Sitting, talk)), words=f"zqown-{sitting.alone}", at=AT
        ),
        "draft": lambda: verbs.draft_agreement(by=me, text=make_it.text(), at=AT),
        "fix": lambda: verbs.put_to_signing(by=me, at=AT),
        "msign": lambda: verbs.sign_agreement(by=me, digest=digest(me), name="zq", at=AT),
        "paper": lambda: verbs.sign_paper(
            by=me, side=side, digest=digest(me), name="zq", pages=make_it.pages(), at=AT
        ),
        "follow": lambda: verbs.follow_up(
            by=me, undertaking=promised(talk),
            kept=Kept.PERFORMED, at=AT,
        ),
        "finish": lambda: verbs.follow_to_the_end(by=me, at=AT),
        "end": lambda: verbs.end_without_agreement(by=me, ending=Ending.UNSUITABLE, at=AT),
    }  # fmt: skip
    acts[name]()


def _name(talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    verbs.name_mediator(by=talk.head(), post_id=make_it.mediator().post_id, at=AT)


def _accept(talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    named = named_in(make_it.mediator(), talk.pk, AT)
    if named is None:
        raise Refused("not named")
    if say:
        verbs.accept_naming(by=named, disclosure="zqjoint", at=AT)
    else:
        verbs.decline_naming(by=named, at=AT)


def _refuse(talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    if 2 not in talk.invitations:
        raise Refused("not invited")
    verbs.answer_invitation_no(by=talk.invited(), at=AT)


def _seal(talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    verbs.seal_agreement(by=talk.head(), at=AT)


def _clock(talk: make_it.Talk, side: int, say: bool) -> None:  # noqa: FBT001
    end_late(AT + timedelta(days=20 if say else 1))


SIDES = "choose alone rights propose answer time sign change leave bring admit agree dismiss public suits show".split()
MEDIATORS = "screen invite caucus plan could settle hold draft fix msign paper follow finish end".split()
OTHERS = {"come": _come, "name": _name, "accept": _accept, "refuse": _refuse, "seal": _seal, "clock": _clock}
#: The main road, so that random steps start from anywhere on it; and what ends it comes seldom.
ROAD = (
    ("name", 1), ("accept", 1), ("screen", 1), ("invite", 1), ("come", 2), ("screen", 2), ("choose", 1),
    ("choose", 2), ("rights", 1), ("rights", 2), ("draft", 1), ("fix", 1), ("sign", 1), ("sign", 2), ("msign", 1),
    ("seal", 1), ("follow", 1), ("finish", 1),
)  # fmt: skip
ENDING = ("refuse", "leave", "end", "clock")
STEPS = st.tuples(
    st.sampled_from([*(name for name in (*SIDES, *MEDIATORS, *OTHERS) if name not in ENDING), *ENDING]),
    st.integers(1, 2),
    st.booleans(),
)


def _do(talk: make_it.Talk, step: tuple[str, int, bool]) -> bool:
    name, side, say = step
    try:
        if name in SIDES:
            _of_a_side(name, talk, side, say)
        elif name in MEDIATORS:
            _of_the_mediator(name, talk, side, say)
        else:
            OTHERS[name](talk, side, say)
    except Refused:
        return False
    return True


def _holds(talk: make_it.Talk, step: tuple[str, int, bool], done: bool) -> None:  # noqa: FBT001
    row = talk.row
    if done and step[0] in ("refuse", "leave"):
        assert row.state == "ended", "a refusal always ends it"
    for number in talk.codes:
        me = talk.side(number)
        assert all(set(one.suits) <= {number} for one in offered_to(me)), "when another side can come"
        assert {one.room for one in files_of(me)} <= {JOINT, me.own}, "what another side has shown alone"
        read = " ".join(w.words for w in words_of(me)) + " ".join(m.where for m in sittings_of(me))
        assert f"zqown-{3 - number}" not in read
        assert f"{make_it.WHERE} {3 - number}" not in read
        assert "zqnobody" not in read
    for pk, code in talk.company.items():
        _comes_along(talk, Companion.objects.get(pk=pk), code)
    in_force = Agreement.objects.filter(mediation=row, in_force_at__isnull=False)
    for agreement in in_force:
        assert needed_from([1, 2]) <= set(agreement.signatures.values_list("who", flat=True))
    assert (row.state == "agreed" or row.ending in ("performed", "partly", "not_performed")) is in_force.exists()
    if row.state == "ended":
        assert routes_of(Kind(row.kind), Ending(row.ending))
        told = set(Letter.objects.filter(code="mediation-ended").values_list("subject", flat=True))
        came = Side.objects.filter(mediation=row, standing="in")
        assert {side.ref for side in came} <= told, "every ending is told, with the other roads on the page"
        assert not RoomKey.objects.filter(mediation=row, bearer__startswith="invited:").exists()


def _comes_along(talk: make_it.Talk, one: Companion, code: str) -> None:
    """Their code opens what their role reads, or nothing; never a word of the other side, and nobody unasked is in."""
    me = insider_of_note(code)
    if me is None:
        assert one.joined == "out" or talk.row.state == "ended"
        assert one.joined == "in" or not RoomKey.objects.filter(bearer=one.ref).exists()
        return
    assert one.joined == "in"
    assert set(me.ring.rooms) <= {"joint", f"side-{one.side.number}"}
    assert f"zqown-{3 - one.side.number}" not in " ".join(word.words for word in words_of(me))
    others = set(Side.objects.filter(mediation_id=talk.pk).exclude(pk=one.side_id).values_list("number", flat=True))
    assert one.role == Role.GUARDIAN or others <= set(one.agreed), "the others have agreed"


@settings(
    max_examples=int(os.environ.get("YIMEN_EXAMPLES", "10")), deadline=None, suppress_health_check=list(HealthCheck)
)
@given(st.integers(0, len(ROAD)), st.lists(STEPS, min_size=4, max_size=12))
def test_whatever_anybody_does(along: int, steps: list[tuple[str, int, bool]]) -> None:
    Guess.objects.all().delete()  # each example is another connection
    talk = make_it.applied()
    for name, side in ROAD[:along]:
        assert _do(talk, (name, side, True)), f"the main road is open: {name}"
    for step in steps:
        done = _do(talk, step)
        _holds(talk, step, done)
    given_numbers = list(Mediation.objects.exclude(serial=None).values_list("year", "serial"))
    assert len(set(given_numbers)) == len(given_numbers)
    facts = " ".join(str(entry.facts) for entry in history(f"mediation:{talk.pk}"))
    assert "unsuitable" not in facts
