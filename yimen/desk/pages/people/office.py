"""One office: opening it, and changing what residents read of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.office_forms import NewOffice, OfficeForm
from yimen.desk.pages.people.part import guide_of, is_done, of_administrators, office_here, onward, place_here
from yimen.kernel.clock import day_of
from yimen.people.posts import posts_of_office
from yimen.people.rules import ROLE_WORDS
from yimen.people.verbs.open_office import open_office
from yimen.routing.town import the_town


@of_administrators
def new(request: AtDesk) -> HttpResponse:
    """An office more at this place. Sent twice, it is there once: a place has one office with a function."""
    town = the_town()
    place = place_here(request, town)
    form = NewOffice(request.POST if request.method == "POST" else None, town=town, place=place)
    if form.is_valid():
        typed = form.cleaned_data
        fixed = {"kind": typed["kind"], "function": typed["function"], "code": form.code(), "place": place.code}
        superior = form.superior()

        def act() -> None:
            open_office(by=request.acting, shown=form.shown({}), superior=superior, at=request.at, **fixed)

        if is_done(form, act):
            messages.success(request, gettext("The office is open. Next, set up its posts."), extra_tags="done")
            return onward(request, "desk_office", the_town().offices.by_code[fixed["code"]].id)
    return render(request, "desk/people/new_office.html", {"form": form, "place": place, "guide": guide_of(request)})


@of_administrators
def one(request: AtDesk, office: int) -> HttpResponse:
    """What residents read of it, to be changed; and its posts."""
    town = the_town()
    facts = office_here(request, town, office)
    form = OfficeForm(request.POST if request.method == "POST" else None, office=facts)
    if form.is_valid():
        above = town.offices.by_id.get(facts.parent_id or 0)
        place = town.places.by_id[facts.place_id]

        def act() -> None:
            open_office(
                by=request.acting, code=facts.code, kind=facts.kind, function=facts.function, place=place.code,
                shown=form.shown(facts.names, facts.address), superior=above.code if above else "",
                is_open=form.cleaned_data["is_open"], at=request.at,
            )  # fmt: skip

        if is_done(form, act):
            messages.success(request, gettext("Kept. Residents read it from now on."), extra_tags="done")
            return onward(request, "desk_office", office)
    posts = posts_of_office(office, day_of(request.at))
    context = {
        "office": facts,
        "place": town.places.by_id[facts.place_id],
        "form": form,
        "guide": guide_of(request),
        "posts": [(post, ROLE_WORDS[post.role], town.places.by_id[post.place_id].names) for post in posts],
    }
    return render(request, "desk/people/office.html", context)
