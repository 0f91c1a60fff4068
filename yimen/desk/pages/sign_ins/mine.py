"""Where one is signed in, and the way to end it."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.signing_in.devices import in_words
from yimen.desk.words import said
from yimen.kernel.verdict import Refused
from yimen.people.sign_ins import sign_ins_of
from yimen.people.verbs.end_sign_ins import end_sign_ins


class Ending(forms.Form):
    """One of them, or, without a number, all others."""

    sign_in = forms.IntegerField(required=False, min_value=1, max_value=2**62)


def _page(request: AtDesk) -> HttpResponse:
    """Each browser: since when, last used when, of what kind. No address is kept, so none is shown."""
    here = request.session.session_key or ""
    form = Ending(request.POST)
    if request.method == "POST" and form.is_valid():
        try:
            end_sign_ins(
                by=request.acting,
                staff_id=request.acting.staff_id,
                only=form.cleaned_data["sign_in"],
                but=here,
                at=request.at,
            )
        except Refused as refused:
            messages.error(request, said(refused.verdict))
        else:
            messages.success(request, gettext("Ended. That browser has to sign in again."), extra_tags="done")
        return redirect("desk_sign_ins")
    found = sign_ins_of(request.acting.staff_id, here=here, at=request.at)
    rows = [{"one": one, "device": in_words(one.device)} for one in found]
    has_others = any(not one.is_this for one in found)
    return render(request, "desk/sign_ins/mine.html", {"rows": rows, "has_others": has_others})


page = at_desk(_page, needs_step=False)
