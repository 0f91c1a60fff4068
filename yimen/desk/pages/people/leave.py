"""Leave from one post: when, who stands in, and coming back early."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.days import DayField
from yimen.desk.pages.people.leaves import lines
from yimen.desk.pages.people.part import is_done
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.people.away import Colleague, could_stand_in, holder_of, leave_of
from yimen.people.policies import may_arrange_leave
from yimen.people.rules import ROLE_WORDS
from yimen.people.verbs.end_leave import end_leave
from yimen.people.verbs.take_leave import take_leave


class Going(forms.Form):
    """From when to when, and who stands in."""

    from_on = DayField(label=_("First day of leave"))
    last_on = DayField(label=_("Last day of leave"))
    stand_in = forms.TypedChoiceField(
        label=_("Who stands in"),
        help_text=_("They act from this post on these days, with all that it may and may not do."),
        coerce=int,
    )

    def __init__(self, data: Any, *, colleagues: list[Colleague], **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(data, **kwargs)
        language = get_language() or ""
        words = [
            (c.staff_id, f"{c.name} · {gettext(ROLE_WORDS[c.role])} · {name_in(c.office_names, language)}")
            for c in colleagues
        ]
        self.fields["stand_in"].choices = [("", gettext("Please choose")), *words]  # type: ignore[attr-defined]


class Coming(forms.Form):
    """Back, or not going at all."""

    leave = forms.IntegerField(widget=forms.HiddenInput)
    back_on = DayField(label=_("First day back"), help_text=_("Today: from this moment."))


def _page(request: AtDesk, post: int) -> HttpResponse:
    """For whoever holds the post, their supervisor, and the administrator of its place; for others it is not there."""
    today = day_of(request.at)
    holder = holder_of(post, today)
    if holder is None or not may_arrange_leave(request.acting, holder):
        raise Http404
    colleagues, standing = could_stand_in(holder, today), leave_of([post], today)
    sent = request.POST if request.method == "POST" else None
    going = Going(sent if "from_on" in request.POST else None, colleagues=colleagues)
    coming = Coming(sent if "leave" in request.POST else None, initial={"back_on": today})
    if going.is_valid() and is_done(going, lambda: _go(request, post, going.cleaned_data)):
        return _done(request, gettext("Noted. On these days the post is with whoever stands in, and they are asked."))
    if coming.is_valid() and is_done(coming, lambda: _come(request, post, coming.cleaned_data)):
        return _done(request, gettext("Noted. From that day the post is with its holder again."))
    context = {
        "office": request.town.offices.by_id[holder.office_id],
        "role": ROLE_WORDS[holder.role],
        "leave": lines(standing),
        "nearest": standing[0] if standing else None,
        "going": going,
        "coming": coming,
        "is_nobody": not colleagues,
    }
    return render(request, "desk/people/leave.html", context)


page = at_desk(_page, also_on_leave=True)


def _done(request: AtDesk, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags="done")
    return redirect("desk_leave")


def _go(request: AtDesk, post: int, typed: dict[str, Any]) -> None:
    take_leave(
        by=request.acting, post_id=post, stand_in=typed["stand_in"], from_on=typed["from_on"],
        until_on=typed["last_on"] + timedelta(days=1), at=request.at,
    )  # fmt: skip


def _come(request: AtDesk, post: int, typed: dict[str, Any]) -> None:
    """Only a leave from this post: the number comes from the page."""
    if typed["leave"] not in {one.id for one in leave_of([post], day_of(request.at))}:
        raise Http404
    end_leave(by=request.acting, leave_id=typed["leave"], on=typed["back_on"], at=request.at)
