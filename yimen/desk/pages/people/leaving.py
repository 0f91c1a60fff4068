"""Somebody leaves for good: what is open in their hands, who takes it over, and then they are out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.together.in_hand import COUNTED, InHand, in_hand
from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.part import is_done, of_administrators
from yimen.journeys.leaving import leave_for_good
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.people.away import Colleague, could_stand_in, holder_of, own_posts, standing_in
from yimen.people.policies import may_set_up
from yimen.people.rules import ROLE_WORDS, Acting
from yimen.people.sign_ins import name_of
from yimen.routing.town import Town

ALL = "everything"


@dataclass(frozen=True)
class Seat:
    """A post they leave, what is open there, and who could take it over."""

    holder: Acting  # themselves, or whoever they stand in for
    is_own: bool
    work: InHand
    could: list[Colleague]

    @property
    def field(self) -> str:
        """The name of its field on the page."""
        return f"post{self.holder.post_id}"


class Handing(forms.Form):
    """One choice for all, or one for each."""

    def __init__(self, data: Any, *, seats: list[Seat], town: Town) -> None:  # noqa: ANN401 – Django's own
        super().__init__(data)
        self.seats = seats
        everybody = {one.staff_id: one for seat in seats for one in seat.could}
        if len(seats) > 1:
            self.fields[ALL] = _choice(_("Who takes over all of it"), list(everybody.values()), gettext("Nobody"))
        for seat in seats:
            office = name_in(town.offices.by_id[seat.holder.office_id].names, get_language() or "")
            label = f"{gettext(ROLE_WORDS[seat.holder.role])} · {office}"
            if not seat.is_own:
                label = gettext("%(post)s, for a colleague on leave") % {"post": label}
            none = gettext("As for all") if len(seats) > 1 else gettext("Nobody yet")
            self.fields[seat.field] = _choice(label, seat.could, none)
            self.fields[seat.field].help_text = _hint(seat)

    def clean(self) -> None:
        """Who takes over all must be near enough to each post that has no choice of its own."""
        for_all = self.cleaned_data.get(ALL)
        self.followers: dict[int, int] = {}
        for seat in self.seats:
            chosen = self.cleaned_data.get(seat.field) or for_all
            if chosen and chosen not in {one.staff_id for one in seat.could}:
                self.add_error(seat.field, gettext("They can’t take over this one. Choose somebody else here."))
            elif chosen:
                self.followers[seat.holder.post_id] = int(chosen)


def _choice(label: Any, could: list[Colleague], none: str) -> forms.TypedChoiceField:  # noqa: ANN401 – words, translated or to be
    language = get_language() or ""
    words = [
        (one.staff_id, f"{one.name} · {gettext(ROLE_WORDS[one.role])} · {name_in(one.office_names, language)}")
        for one in could
    ]
    return forms.TypedChoiceField(
        label=label, choices=[("", none), *words], required=False, coerce=int, empty_value=None
    )


def _hint(seat: Seat) -> str:
    counts = {"cases": _up_to(seat.work.cases), "asked": _up_to(seat.work.asked)}
    return gettext("Open cases of the office: %(cases)s. Open questions to this post: %(asked)s.") % counts


def _up_to(number: int) -> str:
    return f"{COUNTED - 1}+" if number >= COUNTED else str(number)


@of_administrators
def page(request: AtDesk, staff: int) -> HttpResponse:
    """What is open and who takes it over; one button, and the last of two administrators reads that it is done."""
    town, named = request.town, name_of(staff)
    posts, others = _held(staff, day_of(request.at))
    if not works_here(request, staff):
        raise Http404
    work = in_hand([*posts, *others])
    seats = [_seat(post, staff, work, is_own=post in posts, request=request) for post in [*posts, *others]]
    form = Handing(request.POST if request.method == "POST" else None, seats=seats, town=town)
    if form.is_valid():

        def act() -> None:
            leave_for_good(by=request.acting, staff_id=staff, followers=form.followers, at=request.at)

        if is_done(form, act):
            done = gettext("They work here no more: no post, no sign-in, from this moment.")
            messages.success(request, done, extra_tags="done")
            return redirect("desk_staff")
    return render(request, "desk/people/leaving.html", {"form": form, "name": named, "seats": seats})


def works_here(request: AtDesk, staff: int) -> bool:
    """Do they work in the town still, with all their posts where this administrator's post serves?"""
    posts, others = _held(staff, day_of(request.at))
    return bool(name_of(staff)) and all(may_set_up(request.acting, post.place_path) for post in [*posts, *others])


def _held(staff: int, today: date) -> tuple[list[Acting], list[Acting]]:
    """Their own posts, and those in which they stand in."""
    others = [holder for leave in standing_in(staff, today) if (holder := holder_of(leave.post_id, today))]
    return own_posts(staff, today), others


def _seat(holder: Acting, staff: int, work: dict[int, InHand], *, is_own: bool, request: AtDesk) -> Seat:
    could = [one for one in could_stand_in(holder, day_of(request.at)) if one.staff_id != staff]
    return Seat(holder, is_own, work[holder.post_id], could)
