"""Who comes with a side, and whether others may listen: what a side says about it, and the code for whoever comes."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.kernel.receipts import new_nonce, shown
from yimen.mediation import verbs
from yimen.mediation.companions.rules import BY_CONSENT, Joined, Role, may_come
from yimen.mediation.policies import may
from yimen.mediation.queries.companions import Beside, companions_of
from yimen.mediation.queries.reading import Named
from yimen.mediation.rooms.inside import SideIn, WithCode
from yimen.mediation.rules import Standing
from yimen.mediation.words import JOINED, ROLES
from yimen.public.pages.mediation.act import Act, Typed
from yimen.public.pages.mediation.forms import Bringing, Nothing, OfSomebody, Opening


@dataclass(frozen=True)
class CodeFor:
    """The code of whoever comes, and what they are called."""

    name: str
    code: str


def _bring(me: SideIn, typed: Typed, at: datetime) -> object:
    wanted = verbs.Wanted(Role(typed["role"]), typed["name"], typed["may_sign"], typed["reads_own"])
    return verbs.bring_companion(by=me, wanted=wanted, at=at)


def _admit(me: SideIn, typed: Typed, at: datetime) -> CodeFor:
    code = verbs.admit_companion(by=me, companion=typed["companion"], nonce=typed["nonce"] or new_nonce(), at=at)
    return CodeFor(next(one.name for one in companions_of(me) if one.id == typed["companion"]), code)


COMPANY: dict[str, Act] = {
    "company": Act(
        "bring_companion", later("Somebody comes with me"),
        later("You can send them away again at any time. Everybody in this mediation reads their name."),
        later("Name them"), later("Named. Now you can make a code for them, if nobody has to be asked first."),
        Bringing, _bring,
    ),
    "company-answer": Act(
        "answer_companion", later("May they come?"), later("You can take a yes back at any time."), later("Send"),
        later("Your answer was sent."), OfSomebody,
        lambda me, typed, at: verbs.answer_companion(
            by=me, companion=typed["companion"], agrees=typed["agrees"], at=at),
    ),
    "company-code": Act(
        "admit_companion", later("A code for them"), later("An earlier one opens nothing any more."),
        later("Make a code"), "", OfSomebody, _admit,
    ),
    "company-away": Act(
        "dismiss_companion", later("Go on without them"), later("Their code opens nothing any more. Nobody asks why."),
        later("Go on without them"), later("They are out."), OfSomebody,
        lambda me, typed, at: verbs.dismiss_companion(by=me, companion=typed["companion"], at=at),
    ),
    "stepping-back": Act(
        "step_back", later("Step back"), later("Your code opens nothing any more. The mediation goes on without you."),
        later("Step back"), later("You have stepped back. Thank you."), Nothing,
        lambda me, _typed, at: verbs.step_back(by=me, at=at), "danger",
    ),
    "listeners": Act(
        "wish_public", later("May others listen?"),
        later("Sessions are closed. They are open to others only while every side wishes it."), later("Send"),
        later("Your wish was noted."), Opening,
        lambda me, typed, at: verbs.wish_public(by=me, is_public=typed["is_public"] == "open", at=at),
    ),
}  # fmt: skip


def code_page(request: HttpRequest, made: CodeFor) -> HttpResponse:
    """The code, once, for the side to hand on. This browser goes on with its own."""
    return render(request, "public/mediation/code_for.html", {"name": made.name, "code": shown(made.code)})


@dataclass(frozen=True)
class Shown:
    """Somebody who comes with a side, and what the reader can do about it."""

    beside: Beside
    role: str
    side: str
    standing: str
    nonce: str  # the reader can make a code for them now, with this form
    may_send_away: bool
    is_asked: bool  # for the reader's yes or no
    has_agreed: bool
    waits: str  # why there is no code yet


def company_of(me: WithCode, sides: list[Named], everybody: list[Beside]) -> list[Shown]:
    """Those who come or are wanted; who was refused or has gone is not shown any more."""
    return [_shown(me, one, sides) for one in everybody if one.joined is not Joined.OUT]


def _shown(me: WithCode, one: Beside, sides: list[Named]) -> Shown:
    mine = isinstance(me, SideIn) and one.side == me.side.number
    others = [(side.number, side.standing == Standing.IN) for side in sides if side.number != one.side]
    verdict = may_come(one.role, others, one.agreed)
    answers = isinstance(me, SideIn) and not mine and one.role in BY_CONSENT and bool(may(me, "answer_companion"))
    return Shown(
        beside=one,
        role=_(ROLES[one.role]),
        side=next((side.name for side in sides if side.number == one.side), ""),
        standing=_(JOINED[one.joined]),
        nonce=new_nonce() if mine and verdict and may(me, "admit_companion") else "",
        may_send_away=mine and bool(may(me, "dismiss_companion")),
        is_asked=answers,
        has_agreed=me.side.number in one.agreed,
        waits="" if verdict or one.joined is Joined.IN else _(verdict.reason),
    )
