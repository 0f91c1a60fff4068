"""A mediation of the tests: Tashi and Zhang quarrel about a wall; every step by the real verbs."""

import io
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from PIL import Image

from tests import make
from yimen.cases.models import Case
from yimen.kernel.clock import day_of
from yimen.kernel.receipts import new_nonce, shown
from yimen.mediation.agreements.rules import Promise, Text
from yimen.mediation.coming import Person
from yimen.mediation.committees.rules import Level
from yimen.mediation.models import Committee, Mediation, Sitting
from yimen.mediation.queries.mediators import head_in, mediation_for, named_in
from yimen.mediation.queries.reading import Written, agreement_of
from yimen.mediation.queries.sides import insider_by_code, invited_by
from yimen.mediation.rooms.inside import HeadIn, Invited, MediatorIn, NamedIn, SideIn
from yimen.mediation.rules import Kind, Screened
from yimen.mediation.verbs import (
    Application,
    Applied,
    CommitteePlan,
    Plan,
    Term,
    accept_naming,
    answer_invitation_yes,
    apply_for_mediation,
    choose_mediator,
    confirm_rights,
    draft_agreement,
    invite_sides,
    name_mediator,
    put_to_signing,
    schedule_sitting,
    screen_side,
    seal_agreement,
    seat_member,
    set_up_committee,
    sign_agreement,
)
from yimen.people.rules import Acting, Resident

SOMEBODY = Resident(case_id=0)
AT = make.MONDAY
#: What must not be seen where it does not belong.
CLAIM, REACH, WISH = "zqclaim the wall", "zqreach next door", "zqwish no cousin"
TASHI, ZHANG = "zqtashi", "zqzhang"
SUMMARY, DISCLOSURE, WHERE = "zqsummary a wall", "zqdisclosure nothing", "zqwhere room 2"


@cache
def mediator() -> Acting:
    """The one of the justice department; the town's rows are the same in every test, so it is read once."""
    return make.mediator()


def committee(code: str = "KS-town", *, at: datetime = AT, **fields: Any) -> Committee:  # noqa: ANN401 – any field of the plan
    """The committee of the justice department, headed by its only mediator."""
    found = Committee.objects.filter(code=code).first()
    if found:
        return found
    make.town()
    by = mediator()
    usual: dict[str, Any] = {
        "level": Level.TOWN,
        "office_id": by.office_id,
        "names": {"en": "Town committee"},
        "sign": "格",
    } | fields
    made = set_up_committee(by=make.OPERATOR, plan=CommitteePlan(code, **usual), at=AT)
    on = day_of(at)
    term = Term(by.post_id, on - timedelta(days=30), on + timedelta(days=900), is_head=True)
    seat_member(by=make.OPERATOR, committee=made, term=term, at=AT)
    return made


def application(**fields: Any) -> Application:  # noqa: ANN401 – any field of an application
    """What Tashi sends."""
    usual: dict[str, Any] = {
        "nonce": new_nonce(),
        "committee_id": committee().pk,
        "kind": Kind.NEIGHBOURS,
        "me": Person(TASHI, "bo", "sms", phone="zq13900000001"),
        "others": (ZHANG,),
        "claim": CLAIM,
        "reach": REACH,
        "wish": WISH,
    }
    return Application(**usual | fields)


@dataclass
class Talk:
    """A mediation with the codes of its sides; every look at it is fresh."""

    pk: int
    codes: dict[int, str] = field(default_factory=dict)
    invitations: dict[int, str] = field(default_factory=dict)
    company: dict[int, str] = field(default_factory=dict)  # codes of those who come with a side, by their row

    @property
    def row(self) -> Mediation:
        return Mediation.objects.get(pk=self.pk)

    def side(self, number: int, at: datetime = AT) -> SideIn:
        found = insider_by_code(shown(self.codes[number]), address="", at=at)
        assert isinstance(found, SideIn)
        return found

    def invited(self, number: int = 2, at: datetime = AT) -> Invited:
        return invited_by(shown(self.invitations[number]), address="", at=at)

    def mediator(self, at: datetime = AT) -> MediatorIn:
        found = mediation_for(mediator(), self.pk, at)
        assert found is not None
        return found

    def named(self, at: datetime = AT) -> NamedIn:
        found = named_in(mediator(), self.pk, at)
        assert found is not None
        return found

    def head(self, at: datetime = AT) -> HeadIn:
        found = head_in(mediator(), self.pk, day_of(at))
        assert found is not None
        return found

    def written(self) -> Written:
        found = agreement_of(self.mediator())
        assert found is not None
        return found


def applied(*, at: datetime = AT, case: Case | None = None, **fields: Any) -> Talk:  # noqa: ANN401
    """Tashi has asked for it."""
    made: Applied = apply_for_mediation(by=SOMEBODY, wanted=application(**fields), case=case, at=at)
    return Talk(made.mediation.pk, {1: made.code})


def named(**fields: Any) -> Talk:  # noqa: ANN401
    """The committee has named somebody."""
    talk = applied(**fields)
    name_mediator(by=talk.head(), post_id=mediator().post_id, at=AT)
    return talk


def taken(**fields: Any) -> Talk:  # noqa: ANN401
    """They have accepted, and hear Tashi alone."""
    talk = named(**fields)
    accept_naming(by=talk.named(), disclosure=DISCLOSURE, at=AT)
    return talk


def asked(**fields: Any) -> Talk:  # noqa: ANN401
    """Zhang is invited."""
    return to_the_invitation(applied(**fields))


def to_the_invitation(talk: Talk) -> Talk:
    """From an application to the invitation of the other side."""
    name_mediator(by=talk.head(), post_id=mediator().post_id, at=AT)
    accept_naming(by=talk.named(), disclosure=DISCLOSURE, at=AT)
    screen_side(by=talk.mediator(), side=1, found=Screened.SUITABLE, words="zqscreen", at=AT)
    talk.invitations = invite_sides(by=talk.mediator(), summary=SUMMARY, nonce=new_nonce(), at=AT)
    return talk


def come(**fields: Any) -> Talk:  # noqa: ANN401
    """Zhang has come, and was heard alone."""
    talk = asked(**fields)
    for number in talk.invitations:
        who = Person("", "zh-hans", "sms", phone=f"zq1390000000{number}")
        _, talk.codes[number] = answer_invitation_yes(by=talk.invited(number), who=who, nonce=new_nonce(), at=AT)
        screen_side(by=talk.mediator(), side=number, found=Screened.SUITABLE, at=AT)
    return talk


def opened(**fields: Any) -> Talk:  # noqa: ANN401
    """Both take this mediator; it is under way."""
    talk = come(**fields)
    for number in talk.codes:
        choose_mediator(by=talk.side(number), at=AT)
    return talk


def planned(talk: Talk, alone: int = 0) -> Sitting:
    """A session tomorrow; the next one two hours later, for a mediator sits in one at a time."""
    hours = 2 * Sitting.objects.filter(state="planned").count()
    plan = Plan(AT + timedelta(days=1, hours=hours), where=f"{WHERE} {alone}", alone=alone)
    return schedule_sitting(by=talk.mediator(), plan=plan, at=AT)


def text(by_on: date | None = None, **fields: Any) -> Text:  # noqa: ANN401 – any field of a text
    """What they agree."""
    promise = Promise(2, "zqpromise Zhang mends the wall", by_on or day_of(AT) + timedelta(days=10), "with stones")
    return replace(Text("zqfacts the wall fell", "zqterms both keep the peace", (promise,)), **fields)


def fixed(**fields: Any) -> Talk:  # noqa: ANN401
    """The text waits to be signed."""
    talk = opened(**fields)
    for number in talk.codes:
        confirm_rights(by=talk.side(number), at=AT)
    draft_agreement(by=talk.mediator(), text=text(), at=AT)
    put_to_signing(by=talk.mediator(), at=AT)
    return talk


@cache
def pages() -> tuple[tuple[str, bytes], ...]:
    """A signed page, as a telephone photographs it."""
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, "JPEG")
    return (("page.jpg", out.getvalue()),)


def sign_all(talk: Talk, *, but: str = "") -> None:
    """Everybody signs whose signature is needed, but this one."""
    digest = talk.written().digest
    for number in talk.codes:
        if but != f"side-{number}":
            sign_agreement(by=talk.side(number), digest=digest, name=f"zqsigned {number}", at=AT)
    if but != "mediator":
        sign_agreement(by=talk.mediator(), digest=digest, name="zqsigned mediator", at=AT)
    if but != "committee":
        seal_agreement(by=talk.head(), at=AT)


def agreed(**fields: Any) -> Talk:  # noqa: ANN401
    """In force."""
    talk = fixed(**fields)
    sign_all(talk)
    return talk
