"""An invitation: what it is about in the mediator's words, and yes, no or later. No answer is no consent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from yimen.kernel import clock
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused
from yimen.mediation.queries.reading import names_of, summary_for
from yimen.mediation.queries.sides import invited_by
from yimen.mediation.rooms.inside import Invited
from yimen.mediation.rules import ANSWER_WITHIN, Kind
from yimen.mediation.verbs import answer_invitation_later, answer_invitation_no, answer_invitation_yes
from yimen.mediation.words import EXCEPTION, KINDS, RIGHTS
from yimen.privacy.rules import TOO_MANY_WRONG
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.mediation.forms import Code, Coming
from yimen.public.pages.mediation.here import remember
from yimen.public.receipts import SLOW_DOWN, address_of
from yimen.public.saying import put_on, said


@never_cache
@from_this_site
def page(request: HttpRequest) -> HttpResponse:
    """The code is typed; then what it is about; then the answer, with the code going along each time."""
    at, form, status = clock.now(), Code(request.POST if request.method == "POST" else None), 200
    if form.is_valid():
        try:
            me = invited_by(form.cleaned_data["code"], address=address_of(request), at=at)
        except Refused as refusal:
            status = SLOW_DOWN if refusal.verdict.reason == TOO_MANY_WRONG else 200
            form.add_error("code", said(refusal))
        else:
            return _answered(request, me, form.cleaned_data["code"])
    return render(request, "public/mediation/invitation.html", {"form": form}, status=status)


def _answered(request: HttpRequest, me: Invited, code: str) -> HttpResponse:
    at, answer = clock.now(), request.POST.get("answer", "")
    coming = Coming(request.POST if answer == "yes" else None, reader=language_of(request))
    names = names_of(me)
    try:
        if answer == "no":
            answer_invitation_no(by=me, at=at)
            return render(request, "public/mediation/declined.html", {})
        if answer == "later":
            answer_invitation_later(by=me, at=at)
            messages.success(request, _("Take your time. Your invitation still stands."))
            return redirect("mediation-invitation")
        if coming.is_valid():
            who = coming.person(coming.cleaned_data["my_name"])
            _me, own = answer_invitation_yes(by=me, who=who, nonce=coming.cleaned_data["nonce"], at=at)
            return remember(render(request, "public/mediation/code.html", {"code": shown(own), "is_new": True}), own)
    except Refused as refusal:
        put_on(coming, refusal)
    coming.initial["my_name"] = next(one.name for one in names if one.number == me.side.number)
    asked_on = me.mediation.invited_on
    seen = {
        "form": coming,
        "code": code,
        "summary": summary_for(me),
        "others": [one.name for one in names if one.number != me.side.number],
        "kind": _(KINDS[Kind(me.mediation.kind)]),
        "until": asked_on + ANSWER_WITHIN if asked_on else None,
        "rights": RIGHTS,
        "exception": EXCEPTION,
    }
    return render(request, "public/mediation/invited.html", seen)
