"""The room of a side: where it stands, what it can do now, what is for all, and what is between it and the mediator."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yimen.deadlines.dates import weekday_text
from yimen.kernel.clock import day_of
from yimen.mediation.agreements.rules import COMMITTEE, CONFIRM_WITHIN, MEDIATOR, unconfirmable
from yimen.mediation.calls.queries import joinable
from yimen.mediation.endings import Ending, routes_of, told
from yimen.mediation.policies import may
from yimen.mediation.queries.companions import Beside, companions_of
from yimen.mediation.queries.reading import (
    Named,
    Offer,
    Words,
    Written,
    agreement_of,
    looks_at,
    names_of,
    proposals_of,
    sittings_of,
    words_of,
)
from yimen.mediation.queries.sides import has_keys
from yimen.mediation.rooms.files import files_of
from yimen.mediation.rooms.inside import SideIn, WithCode
from yimen.mediation.rooms.rules import JOINT, own_room
from yimen.mediation.rules import TURN, Kind, Screened, State, number_in_words
from yimen.mediation.said_by import Speaker, in_words, speaker
from yimen.mediation.sittings.calendar_file import calendar_file
from yimen.mediation.sittings.rules import Form, Offered
from yimen.mediation.sittings.times import TimeOffer, offered_to
from yimen.mediation.words import ENDINGS, FORMS, KINDS, ROUTES, SAID, STANDINGS, STATES, TURNS, UNCONFIRMABLE
from yimen.privacy.looks import in_lines
from yimen.public.dates import moment_in_words
from yimen.public.pages.mediation.company import company_of
from yimen.public.pages.mediation.here import with_code


@dataclass(frozen=True)
class Line:
    """One thing that was said, for the page."""

    who: str
    title: str
    at: datetime
    words: str
    is_mine: bool


@with_code
def page(request: HttpRequest, me: WithCode, at: datetime) -> HttpResponse:
    """One page, fifteen statements at most, however much was said before. Each reads what their keys open."""
    if not has_keys(me.ring):
        return render(request, "public/mediation/gone.html", {})
    seen = about(me)
    is_asked_when = any(suits is None for _words, suits in seen["times"])
    seen |= {"doors": doors(me, is_asked_when=is_asked_when), "joinable": joinable(me, seen["meetings"], at)}
    return render(request, "public/mediation/room.html", seen)


def about(me: WithCode) -> dict[str, Any]:
    """All that this reader reads."""
    row, sides, beside = me.mediation, names_of(me), companions_of(me)
    said, shown = words_of(me), files_of(me)
    written = agreement_of(me)
    state, may_answer = State(row.state), row.state == State.OPEN
    return {
        "me": me.side,
        "mediation": row,
        "number": number_in_words(row.year or 0, row.committee.sign, row.serial or 0) if row.serial else "",
        "state": _(STATES[state]),
        "turn": _(TURNS[TURN[state]]),
        "kind": _(KINDS[Kind(row.kind)]),
        "sides": [(one, _(STANDINGS[one.standing]), _yours(me, one)) for one in sides],  # type: ignore[index]
        "company": company_of(me, sides, beside),
        "is_side": isinstance(me, SideIn),
        "is_beside": not isinstance(me, SideIn) or me.through is not None,
        "reads_own": me.own in me.ring.rooms,
        "needs_somebody": me.side.screened == Screened.NEEDS_SOMEBODY and isinstance(me, SideIn),
        "is_public": all(one.wishes_public for one in sides),
        "wish_public": [one.name for one in sides if one.wishes_public],
        "joint": [_line(one, me, sides, beside) for one in said if one.room == JOINT],
        "own": [_line(one, me, sides, beside) for one in said if one.room == me.own],
        "joint_files": [(one, one.by == me.ref) for one in shown if one.room == JOINT],
        "own_files": [(one, one.by == me.ref) for one in shown if one.room == me.own],
        "meetings": sittings_of(me),
        "times": [(offer_in_words(one), one.suits.get(me.side.number)) for one in offered_to(me) if may_answer],
        "offers": [(one, _who(one, me, sides), _may_answer(me, one)) for one in proposals_of(me)],
        "written": written,
        "warnings": [_(UNCONFIRMABLE[one]) for one in unconfirmable(written.text)] if written else [],
        "signers": _signers(written, me, sides),
        "promises": _promises(written, sides),
        "confirm_by": _confirm_by(written),
        **_end(me),
        "looks": in_lines(looks_at(me)),
        "may_leave": may(me, "leave"),
    }


def _yours(me: WithCode, one: Named) -> str:
    if one.number != me.side.number:
        return ""
    return _("You") if isinstance(me, SideIn) and me.through is None else _("your side")


def _line(one: Words, me: WithCode, sides: list[Named], beside: list[Beside]) -> Line:
    return Line(
        in_words(speaker(one.by, me.ref, sides, beside)), _(SAID[one.said]), one.at, one.words, one.by == me.ref
    )


def _who(offer: Offer, me: WithCode, sides: list[Named]) -> str:
    if offer.proposal.by_side == me.side.number and isinstance(me, SideIn):
        return in_words(Speaker.YOU)
    return in_words(next((one.name for one in sides if one.number == offer.proposal.by_side), Speaker.MEDIATOR))


def _may_answer(me: WithCode, offer: Offer) -> bool:
    row, mine = offer.proposal, me.side.number
    is_open = row.state == Offered.OPEN and row.by_side != mine and mine not in row.accepted
    return bool(is_open and may(me, "answer_proposal"))


def _signers(written: Written | None, me: WithCode, sides: list[Named]) -> list[tuple[str, object, str]]:
    if written is None or written.agreement.state == "draft":
        return []
    found: list[tuple[str, object, str]] = [
        (_yours(me, one) or one.name, written.signed.get(own_room(one.number)), own_room(one.number)) for one in sides
    ]
    others = ((MEDIATOR, _("The mediator")), (COMMITTEE, _("The committee’s seal")))
    return [*found, *((words, written.signed.get(who), who) for who, words in others)]


def _promises(written: Written | None, sides: list[Named]) -> list[tuple[str, object, object]]:
    """Who does what, and what has become of it."""
    if written is None:
        return []
    names, kept = {one.number: one.name for one in sides}, {one.place: one for one in written.undertakings}
    return [(names[one.side], one, kept.get(place)) for place, one in enumerate(written.text.promises)]


def _confirm_by(written: Written | None) -> datetime | None:
    since = written.agreement.in_force_at if written else None
    return since + CONFIRM_WITHIN if since else None


def _end(me: WithCode) -> dict[str, object]:
    if me.mediation.state != State.ENDED:
        return {}
    ending = told(Ending(me.mediation.ending))
    routes = routes_of(Kind(me.mediation.kind), ending)
    return {"ending": _(ENDINGS[ending]), "routes": [_(ROUTES[route]) for route in routes]}


def offer_in_words(one: TimeOffer) -> str:
    """When, where and how it would be."""
    at = one.time.begins_at
    day = weekday_text(day_of(at), get_language() or "")
    parts = (day, moment_in_words(at), one.where, _(FORMS[Form(one.time.form)]))
    return " · ".join(part for part in parts if part)


def doors(me: WithCode, *, is_asked_when: bool) -> list[tuple[str, str, str]]:
    """What this side can do now: the address of the page, its words, and a look; the most pressing first."""
    side = me.side
    found = [
        ("signature", _("Read and sign"), "", may(me, "sign")),
        ("yes", _("This mediator is right for me"), "", may(me, "choose_mediator") if not side.chose else None),
        ("another", _("I want another mediator"), "plain", may(me, "refuse_mediator")),
        ("rights", _("Read my rights and duties"), "", may(me, "confirm_rights") if side.rights_at is None else None),
        ("times", _("Say when I can come"), "", may(me, "answer_times") if is_asked_when else None),
        ("alone", _("Write to the mediator alone"), "plain", may(me, "say_alone")),
        ("all", _("Write to all"), "plain", may(me, "say")),
        ("file", _("Show a photo or a document"), "plain", may(me, "show_file")),
        ("proposal", _("Propose something"), "plain", may(me, "propose")),
        ("time", _("Ask for more time"), "plain", may(me, "ask_time")),
        ("change", _("Ask to change the text"), "plain", may(me, "ask_change")),
        ("company", _("Somebody comes with me"), "plain", may(me, "bring_companion")),
        ("listeners", _("May others listen?"), "plain", may(me, "wish_public")),
    ]
    return [(name, words, look) for name, words, look, verdict in found if verdict]


@with_code
def session_file(request: HttpRequest, me: WithCode, at: datetime, sitting: int) -> HttpResponse:
    """For one's own calendar; only a session that this side is asked to."""
    meeting = next((one for one in sittings_of(me) if one.sitting.pk == sitting), None)
    if meeting is None:
        raise Http404
    link = request.build_absolute_uri(reverse("appointment")) if meeting.sitting.form != Form.IN_PERSON else ""
    text = calendar_file(meeting.sitting, where=meeting.where, title=_("Appointment"), link=link, at=at)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response
