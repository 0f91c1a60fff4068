"""The lists that somebody keeps for themselves: keeping one, renaming and removing."""

from urllib.parse import parse_qsl

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.policies import may_keep_views
from yimen.cases.verbs import keep_view, remove_view, rename_view
from yimen.cases.verbs.views.keep_view import LONGEST_NAME
from yimen.cases.views.codes import EDITION, only_codes
from yimen.cases.views.queries import ViewFacts, views_of
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.side import view_url
from yimen.desk.words import said
from yimen.kernel.models import editions
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused

KEEP, RENAME, REMOVE = "keep", "rename", "remove"


class Called(forms.Form):
    """The name of a list."""

    called = forms.CharField(label=_("Name of the list"), max_length=LONGEST_NAME)


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """All that one keeps. A new one comes from the list itself, with its address's codes."""
    verdict = may_keep_views(request.acting)
    if not verdict:
        return render(request, "desk/lists/views.html", {"verdict": verdict}, status=403)
    form = Called(request.POST if request.POST.keys() & {KEEP, RENAME} else None)
    if request.method == "POST":
        try:
            if done := _done(request, form):
                return done
        except Refused as refused:
            form.add_error(None, said(refused.verdict)) if form.is_bound else messages.error(
                request, said(refused.verdict)
            )
    context = {
        "verdict": verdict,
        "views": [{"view": view, "url": view_url(view)} for view in _mine(request)],
        "form": form,
        "keep": only_codes(dict(parse_qsl(request.POST.get(KEEP, "")))),
        "renamed": _number(request, RENAME),
    }
    return render(request, "desk/lists/views.html", context)


def _done(request: AtDesk, form: Called) -> HttpResponse | None:
    """Do what was pressed; nothing if the name has to be typed again."""
    by, at = request.acting, request.at
    if number := _number(request, REMOVE):
        remove_view(by=by, view_id=number, at=at)
        return _told(request, gettext("The list is removed. The cases stay where they are."), "")
    if not form.is_valid():
        return None
    called = form.cleaned_data["called"]
    if number := _number(request, RENAME):
        rename_view(by=by, view_id=number, called=called, at=at)
        return _told(request, gettext("The list has its new name."), "")
    if KEEP in request.POST:
        pk = keep_view(by=by, called=called, asked=dict(parse_qsl(request.POST[KEEP])), at=at)
        kept = next(view_url(view) for view in _mine(request) if view.id == pk)
        return _told(request, gettext("The list is saved. It stands at the side now."), kept)
    return None


def _told(request: AtDesk, words: str, url: str) -> HttpResponse:
    messages.success(request, words, extra_tags="done")
    return redirect(url or "desk_views")


def _mine(request: AtDesk) -> list[ViewFacts]:
    """As they are after what has just been done."""
    return list(views_of(request.acting.staff_id, editions().get(EDITION, 0)))


def _number(request: AtDesk, name: str) -> int:
    """Which of one's views was meant; 0 for none."""
    typed = request.POST.get(name, "")
    return number_in(typed) or 0
