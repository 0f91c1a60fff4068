"""One mediation at the desk: for the mediator, for whoever was named, or for the head of the committee."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.mediating.forms import Disclosing
from yimen.desk.pages.mediation.acts import ACTS
from yimen.desk.words import said, say_no
from yimen.kernel.clock import day_of
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.mediation.agreements.rules import Kept, unconfirmable
from yimen.mediation.committees.naming import candidates_for
from yimen.mediation.committees.sealing import may_seal
from yimen.mediation.companions.rules import Joined
from yimen.mediation.endings import Ending
from yimen.mediation.policies import may
from yimen.mediation.queries.companions import Beside, companions_of
from yimen.mediation.queries.mediators import head_in, mediation_for, named_in
from yimen.mediation.queries.reading import (
    Named,
    addresses_of,
    agreement_of,
    names_of,
    proposals_of,
    sittings_of,
    words_of,
)
from yimen.mediation.rooms.files import files_of
from yimen.mediation.rooms.inside import HeadIn, MediatorIn, NamedIn
from yimen.mediation.rooms.rules import JOINT, MEDIATORS, own_room
from yimen.mediation.rules import TURN, Kind, Source, Standing, State, number_in_words
from yimen.mediation.said_by import Speaker, in_words, speaker
from yimen.mediation.sittings.rules import Form
from yimen.mediation.sittings.times import TimeOffer, offered_to
from yimen.mediation.verbs import accept_naming, decline_naming, name_mediator, seal_agreement
from yimen.mediation.words import (
    ENDINGS,
    FORMS,
    JOINED,
    KEPT,
    KINDS,
    OFFERED,
    PLANNED,
    ROLES,
    SAID,
    SOURCES,
    STANDINGS,
    STATES,
    TURNS,
)
from yimen.mediation.words import UNCONFIRMABLE as WARNINGS


@at_desk
def page(request: AtDesk, mediation: int) -> HttpResponse:
    """Whichever door opens: the mediator's, that of whoever was named, or the head's; for everybody else none."""
    if me := mediation_for(request.acting, mediation, request.at):
        head = head_in(request.acting, mediation, day_of(request.at))
        return _of_mediator(request, me, head)
    if named := named_in(request.acting, mediation, request.at):
        return _of_named(request, named)
    if head := head_in(request.acting, mediation, day_of(request.at)):
        return _of_head(request, head)
    raise Http404


def number_of(row: Any) -> str:  # noqa: ANN401 – a mediation with its committee, which only its app names
    """How it is called at the desk: its number in the register, or before it has one the one of its row."""
    return number_in_words(row.year, row.committee.sign, row.serial) if row.serial else str(row.pk)


def cover(row: object) -> dict[str, object]:
    """What stands on the cover, in words."""
    m: object = row
    state = State(m.state)  # type: ignore[attr-defined]
    return {
        "mediation": m,
        "number": number_in_words(m.year, m.committee.sign, m.serial) if m.serial else "",  # type: ignore[attr-defined]
        "kind": _(KINDS[Kind(m.kind)]),  # type: ignore[attr-defined]
        "source": _(SOURCES[Source(m.source)]),  # type: ignore[attr-defined]
        "state": _(STATES[state]),
        "turn": _(TURNS[TURN[state]]),
        "ending": _(ENDINGS[Ending(m.ending)]) if m.ending else "",  # type: ignore[attr-defined]
    }


def _of_mediator(request: AtDesk, me: MediatorIn, head: HeadIn | None) -> HttpResponse:
    refused = ""
    if request.method == "POST" and head and "seal" in request.POST:
        try:
            seal_agreement(by=head, at=request.at)
            messages.success(request, _("Sealed. The agreement is in force."), extra_tags="done")
            return redirect("desk_mediation", me.mediation.pk)
        except Refused as refusal:
            refused = said(refusal.verdict)
    seals = may_seal(head, day_of(request.at)) if head else None
    seen = {**cover(me.mediation), **_inside(me), "refused": refused, "seals": seals}
    return render(request, "desk/mediation/one.html", seen)


def _inside(me: MediatorIn) -> dict[str, object]:
    names, written, beside = names_of(me), agreement_of(me), companions_of(me)
    reached, words, shown = addresses_of(me), words_of(me), files_of(me)
    spoken = [(one.room, _who(one.by, me.ref, names, beside), _(SAID[one.said]), one) for one in words]
    rooms = [(_("To all"), JOINT), *((one.name, own_room(one.number)) for one in names), (_("Yourself"), MEDIATORS)]
    kept = {one.place: one for one in written.undertakings} if written else {}
    promises = [(one, kept.get(place)) for place, one in enumerate(written.text.promises)] if written else []
    by_number = {one.number: one.name for one in names}
    return {
        "sides": [(one, _(STANDINGS[one.standing]), reached.get(one.number, "")) for one in names],  # type: ignore[index]
        "company": _company(beside, by_number),
        "is_public": all(one.wishes_public for one in names),
        "rooms": [
            (name, room, [line[1:] for line in spoken if line[0] == room], [one for one in shown if one.room == room])
            for name, room in rooms
        ],
        "meetings": [(one, _(PLANNED[one.sitting.state]), by_number.get(one.sitting.alone)) for one in sittings_of(me)],  # type: ignore[index]
        "times": [_offered(one, names) for one in offered_to(me)],
        "offers": [
            (one, by_number.get(one.proposal.by_side, _("You")), _(OFFERED[one.proposal.state]))  # type: ignore[index]
            for one in proposals_of(me)
        ],
        "me_ref": me.ref,
        "written": written,
        "promises": [
            (by_number[one.side], one, row, _(KEPT[Kept(row.kept)]) if row and row.kept else "")
            for one, row in promises
        ],
        "warnings": [_(WARNINGS[one]) for one in unconfirmable(written.text)] if written else [],
        "acts": [(name, act) for name, act in ACTS.items() if may(me, act.verb) and name not in OF_A_THING],
    }


def _offered(one: TimeOffer, names: list[Named]) -> tuple[TimeOffer, str, bool, list[tuple[str, bool | None]]]:
    """A time, how it would be, whether it suits all, and what each side has said."""
    here = [side for side in names if side.standing == Standing.IN]
    said = [(side.name, one.suits.get(side.number)) for side in here]
    return one, _(FORMS[Form(one.time.form)]), one.suits_all([side.number for side in here]), said


#: These stand beside the session or the undertaking they are about.
OF_A_THING = frozenset({"record", "cancelling", "following", "fixing-time", "taking-back", "unshow"})


def _company(beside: list[Beside], sides: dict[int, str]) -> list[tuple[str, str, str, str]]:
    """Name, role, with whom, and whether they have come."""
    there = [one for one in beside if one.joined is not Joined.OUT]
    return [(one.name, _(ROLES[one.role]), sides[one.side], _(JOINED[one.joined])) for one in there]


def _who(by: str, me: str, names: list[Named], beside: list[Beside]) -> str:
    who = speaker(by, me, names, beside)
    return in_words(Speaker.YOU if who is Speaker.MEDIATOR else who)


def _of_named(request: AtDesk, named: NamedIn) -> HttpResponse:
    form = Disclosing(request.POST if request.method == "POST" and "decline" not in request.POST else None)
    try:
        if "decline" in request.POST:
            decline_naming(by=named, at=request.at)
            messages.success(request, _("The committee names somebody else."), extra_tags="done")
            return redirect("desk_mediations")
        if form.is_valid():
            accept_naming(by=named, disclosure=form.cleaned_data["words"], at=request.at)
            return redirect("desk_mediation", named.mediation.pk)
    except Refused as refusal:
        say_no(request, refusal.verdict, form)
    names = names_of(named)
    seen = {
        "form": form,
        "names": [one.name for one in names],
        "company": _company(companions_of(named), {one.number: one.name for one in names}),
    }
    return render(request, "desk/mediation/named.html", {**cover(named.mediation), **seen})


def _of_head(request: AtDesk, head: HeadIn) -> HttpResponse:
    refused = ""
    if request.method == "POST":
        post = request.POST.get("post", "")
        try:
            if "seal" in request.POST:
                seal_agreement(by=head, at=request.at)
            else:
                name_mediator(by=head, post_id=number_in(post) or 0, at=request.at)
            return redirect("desk_mediations")
        except Refused as refusal:
            refused = said(refusal.verdict)
    row, on = head.mediation, day_of(request.at)
    seen = {
        **cover(row),
        "candidates": candidates_for(head, request.at) if row.state == State.APPLIED else [],
        "seals": may_seal(head, on),
        "refused": refused,
    }
    return render(request, "desk/mediation/head.html", seen)
