"""Others stand with me: invitations to hand over, and how many stand in the case."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from yimen.cases.joint.holders import open_invitations, resident_of
from yimen.cases.joint.inviting import may_invite
from yimen.cases.joint.rules import MOST_REPRESENTATIVES, room_for
from yimen.cases.queries import Case
from yimen.cases.verbs import invite_others, uninvite_others
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.verdict import Refused
from yimen.public.here import with_receipt
from yimen.public.pages.joint.slips import invitation_slips
from yimen.public.pages.own.acts import at_version
from yimen.public.saying import put_on, said


class Inviting(forms.Form):
    """How many; the form's own secret makes the same invitations if it is sent twice."""

    nonce = forms.RegexField(NONCE, widget=forms.HiddenInput)
    count = forms.TypedChoiceField(label=later("How many invitations?"), coerce=int)

    def __init__(self, *args: Any, room: int, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.initial["nonce"] = new_nonce()
        field = self.fields["count"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = [(n, n) for n in range(1, room + 1)]


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Whoever brought the case invites; everybody reads how many stand in it."""
    is_sent, wants_back = request.method == "POST", "take_back" in request.POST
    if is_sent and wants_back:
        return _taken_back(request, case, at)
    invited = open_invitations(case)
    room = room_for(standing=case.joint, invited=invited)
    form = Inviting(request.POST if is_sent else None, room=MOST_REPRESENTATIVES - 1 if is_sent else room)
    codes: list[str] = []
    if form.is_valid():
        made = form.cleaned_data
        try:
            codes = invite_others(
                by=resident_of(case), case=at_version(request, case), nonce=made["nonce"], count=made["count"], at=at
            )
        except Refused as refusal:
            put_on(form, refusal)
    seen = {
        "case": case,
        "form": form,
        "verdict": may_invite(resident_of(case), case),
        "others": max(case.joint - 1, 0),
        "invited": invited,
        "room": room,
        "invitations": invitation_slips(request, codes),
    }
    return render(request, "public/own/others.html", seen)


def _taken_back(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    try:
        uninvite_others(by=resident_of(case), case=at_version(request, case), at=at)
    except Refused as refusal:
        messages.error(request, said(refusal), extra_tags="danger")
    else:
        messages.success(request, _("The open invitations let nobody in any more."), extra_tags="done")
    return redirect("own-others")
