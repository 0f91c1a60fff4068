"""How every such page goes: form → what it would do → change. What was typed stands there all the time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk
from yimen.desk.editing.forms import Editing
from yimen.desk.words import Words, said
from yimen.kernel.taking.own import seen_as
from yimen.kernel.verdict import Refused
from yimen.people.policies import may_change_offer

FORBIDDEN = 403
DO, PREVIEWED = "do", "previewed"


@dataclass(frozen=True)
class Effects:
    """What a change would do, in sentences, and where it helps in a table."""

    sentences: list[str]
    head: tuple[Words, ...] = ()
    rows: list[tuple[object, ...]] = field(default_factory=list)
    letter: tuple[str, str, str] | None = None  # language, title and body of a letter as a resident would read it


def edited(
    request: AtDesk,
    form: Editing,
    *,
    effects: Callable[[], Effects],
    act: Callable[[], object],
    about: Mapping[str, object],
) -> HttpResponse:
    """``about``: the page's ``title``, the name of the list it belongs to as ``back``, and what the template shows.

    Nothing is written before the person has seen what it would do: what is done is what was previewed. ``effects``
    refuses what ``act`` would refuse.
    """
    verdict = may_change_offer(request.acting)
    context: dict[str, object] = dict(about) | {"form": form, "verdict": verdict}
    if verdict and request.method == "POST" and form.is_valid():
        mark = seen_as({name: str(value) for name, value in form.cleaned_data.items()})
        try:
            if DO in request.POST and request.POST.get(PREVIEWED) == mark:
                act()
                messages.success(request, gettext("It is changed. It counts from now on."), extra_tags="done")
                return redirect(str(about["back"]))
            context |= {"effects": effects(), "differences": list(form.differences()), PREVIEWED: mark}
        except Refused as refused:
            form.refuse(said(refused.verdict))
    return render(request, "desk/offer/edit.html", context, status=200 if verdict else FORBIDDEN)
