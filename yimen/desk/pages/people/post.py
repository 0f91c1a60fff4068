"""Posts: one more in an office, and who holds one."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.together.in_hand import in_hand
from yimen.desk.acting import AtDesk
from yimen.desk.days import DayField
from yimen.desk.pages.people.office_forms import LANGUAGES
from yimen.desk.pages.people.part import guide_of, is_done, of_administrators, office_here, onward
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.posts import PostFacts, appointments_of, post_facts, posts_of_office
from yimen.people.queries import OfficeFacts
from yimen.people.rules import ROLE_WORDS, Acting, Role
from yimen.people.sign_ins import staff_id_of
from yimen.people.verbs.appoint_staff import appoint_staff
from yimen.people.verbs.close_post import close_post
from yimen.people.verbs.end_appointment import end_appointment
from yimen.people.verbs.rename_post import rename_post
from yimen.people.verbs.set_up_post import set_up_post
from yimen.places.queries import PlaceFacts
from yimen.routing.town import Town, the_town

LONGEST_CODE = 48


class NewPost(forms.Form):
    """A role in an office, for a place."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, _(words)) for role, words in ROLE_WORDS.items()])
    place = forms.CharField(
        label=_("Place that it serves"),
        help_text=_("A name or a code: a township, a village or an area."),
        max_length=60,
    )
    zh = forms.CharField(label=_("Name in Chinese"), max_length=120, required=False)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=120, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    number = forms.IntegerField(min_value=1, max_value=999, widget=forms.HiddenInput)  # so that twice is once

    def __init__(self, data: Any, *, town: Town, office: OfficeFacts, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(data, **kwargs)
        self.town, self.office = town, office

    def clean_place(self) -> PlaceFacts:
        """One place inside that of the office, and which one if several are called so."""
        words = self.cleaned_data["place"]
        found = [p for p in self.town.places.named(words) if p.path.startswith(self.office.place_path)]
        if not found:
            raise forms.ValidationError(gettext("No place of this office is called so."))
        if len(found) > 1:
            said = gettext("Several places are called so. Write the code: %(codes)s")
            raise forms.ValidationError(said % {"codes": ", ".join(place.code for place in found[:10])})
        return found[0]

    def code(self) -> str:
        """By which tables and the journal know it."""
        typed = self.cleaned_data
        tail = f"-{typed['role']}-{typed['number']}"
        return f"{self.office.code[: LONGEST_CODE - len(tail)]}{tail}"

    def names(self) -> dict[str, str]:
        """The name by language; it may have none, then its role says enough."""
        return {code: typed for field, code in LANGUAGES.items() if (typed := self.cleaned_data[field])}


class Appointing(forms.Form):
    """Somebody for the post."""

    username = forms.CharField(label=_("User name"), max_length=60)
    from_on = DayField(label=_("From"))
    last_on = DayField(label=_("Last day"), help_text=_("Empty: until further notice."), required=False)
    name_is_public = forms.BooleanField(
        label=_("Residents may read the name"), help_text=_("Only if they have agreed."), required=False
    )


class Ending(forms.Form):
    """The last day of an appointment that goes on."""

    appointment = forms.IntegerField(widget=forms.HiddenInput)
    end_on = DayField(
        label=_("First day without the post"),
        help_text=_("Today: access ends at once."),
    )


class Closing(forms.Form):
    """The post is not needed any more; there is nothing to type."""


class Called(forms.Form):
    """What the post is called."""

    zh = forms.CharField(label=_("Name in Chinese"), max_length=120, required=False)
    bo = forms.CharField(label=_("Name in Tibetan"), max_length=120, required=False)
    en = forms.CharField(label=_("Name in English"), max_length=120, required=False)


@of_administrators
def new(request: AtDesk, office: int) -> HttpResponse:
    """One more post in this office."""
    town = the_town()
    facts = office_here(request, town, office)
    begun = {
        "number": len(posts_of_office(office, day_of(request.at))) + 1,
        "place": request.GET.get("place", "") or town.places.by_id[facts.place_id].code,
        "role": request.GET.get("role", Role.HANDLER.value),
    }
    form = NewPost(request.POST if request.method == "POST" else None, town=town, office=facts, initial=begun)
    if form.is_valid():
        made: list[int] = []
        role, place = Role(form.cleaned_data["role"]), form.cleaned_data["place"].code

        def act() -> None:
            made.append(
                set_up_post(
                    by=request.acting, code=form.code(), role=role, office=facts.code, place=place,
                    names=form.names(), at=request.at,
                )
            )  # fmt: skip

        if is_done(form, act):
            messages.success(request, gettext("The post is there. It is vacant."), extra_tags="done")
            return onward(request, "desk_post", made[0])
    return render(request, "desk/people/new_post.html", {"form": form, "office": facts, "guide": guide_of(request)})


@of_administrators
def one(request: AtDesk, post: int) -> HttpResponse:
    """Who holds it and who held it; somebody is appointed, or leaves."""
    town, today = the_town(), day_of(request.at)
    facts = post_facts(post, today)
    if facts is None:
        raise Http404
    office = office_here(request, town, facts.office_id)
    sent = request.POST if request.method == "POST" else None
    appointing = Appointing(sent if "username" in request.POST else None, initial={"from_on": today})
    ending = Ending(sent if "appointment" in request.POST else None, initial={"end_on": today})
    if appointing.is_valid() and is_done(appointing, lambda: _appoint(request, post, appointing.cleaned_data)):
        return _done(request, post, gettext("Appointed. Their access begins and ends with these days."))
    if ending.is_valid() and is_done(ending, lambda: _end(request, post, ending.cleaned_data)):
        return _done(request, post, gettext("Noted. What the office has in hand stays with the office."))
    called = Called(sent if "rename" in request.POST else None, initial=_named(facts))
    if called.is_valid() and is_done(called, lambda: _rename(request, facts, called.cleaned_data)):
        return _done(request, post, gettext("The post is called so from now on."))
    closing = Closing(sent if "close" in request.POST else None)
    if closing.is_valid() and is_done(closing, lambda: _close(request, facts, office)):
        return _done(request, post, gettext("The post is closed. What was done from it stays readable."))
    held = appointments_of(post)
    context = {
        "post": facts,
        "guide": guide_of(request),
        "role": ROLE_WORDS[facts.role],
        "office": office,
        "place": town.places.by_id[facts.place_id],
        "name": name_in(facts.names, get_language() or ""),
        "held": [(one, one.until_on and one.until_on - timedelta(days=1)) for one in held],
        "appointing": appointing,
        "ending": ending,
        "called": called,
        "closing": closing,
        "lasting": next(
            (one for one in held if not one.in_place_of and (one.until_on is None or one.until_on > today)), None
        ),
    }
    return render(request, "desk/people/post.html", context)


def _done(request: AtDesk, post: int, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags="done")
    return onward(request, "desk_post", post)


def _appoint(request: AtDesk, post: int, typed: dict[str, Any]) -> None:
    last = typed["last_on"]
    appoint_staff(
        by=request.acting, staff_id=staff_id_of(typed["username"]), post_id=post, from_on=typed["from_on"],
        until_on=last and last + timedelta(days=1), name_is_public=typed["name_is_public"], at=request.at,
    )  # fmt: skip


def _end(request: AtDesk, post: int, typed: dict[str, Any]) -> None:
    """Only an appointment of this post: the number comes from the page."""
    if typed["appointment"] not in {one.id for one in appointments_of(post)}:
        raise Http404
    end_appointment(by=request.acting, appointment_id=typed["appointment"], on=typed["end_on"], at=request.at)


def _named(facts: PostFacts) -> dict[str, object]:
    return {field: facts.names.get(language, "") for field, language in LANGUAGES.items()}


def _rename(request: AtDesk, facts: PostFacts, typed: dict[str, Any]) -> None:
    names = {**facts.names, **{language: typed[field] for field, language in LANGUAGES.items()}}
    rename_post(by=request.acting, post_id=facts.id, names=names, at=request.at)


def _close(request: AtDesk, facts: PostFacts, office: OfficeFacts) -> None:
    """Not while somebody waits for an answer from it: nobody would give it."""
    seat = Acting(0, facts.id, facts.role, office.id, office.path, office.place_path)
    if in_hand([seat])[facts.id].asked:
        raise Refused(gettext_noop("Questions to this post are open. Let them be answered or recalled first."))
    close_post(by=request.acting, post_id=facts.id, at=request.at)
