"""How staff of one's place sign in: ending their sign-ins, and their name at the town's own sign-in server."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.people.part import is_done
from yimen.desk.signing_in.oidc import is_there
from yimen.people.policies import may_administer
from yimen.people.sign_ins import staff_id_of
from yimen.people.verbs.end_sign_ins import end_sign_ins
from yimen.people.verbs.name_subject import name_subject

FORBIDDEN = 403


class SomebodysEnd(forms.Form):
    """Whose sign-ins end."""

    prefix = "end"
    username = forms.CharField(label=_("User name"), max_length=60)


class SomebodysName(forms.Form):
    """What the sign-in server calls somebody."""

    prefix = "name"
    username = forms.CharField(label=_("User name"), max_length=60)
    subject = forms.CharField(
        label=_("Name at the sign-in server"),
        help_text=_("Exactly as the server says it. Empty: they no longer sign in with it."),
        max_length=191,
        required=False,
    )


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Two forms; whoever is no administrator reads why not."""
    verdict = may_administer(request.acting)
    end = SomebodysEnd(request.POST if "end-username" in request.POST else None)
    name = SomebodysName(request.POST if "name-username" in request.POST else None)
    if end.is_valid() and is_done(end, lambda: _end(request, end.cleaned_data["username"])):
        messages.success(request, gettext("Ended. They have to sign in again everywhere."), extra_tags="done")
        return redirect("desk_staff_sign_in")
    if name.is_valid() and is_done(name, lambda: name_subject(by=request.acting, at=request.at, **name.cleaned_data)):
        messages.success(request, gettext("Noted."), extra_tags="done")
        return redirect("desk_staff_sign_in")
    seen = {"end": end, "name": name, "has_server": is_there(), "verdict": verdict}
    return render(request, "desk/sign_ins/staff.html", seen, status=200 if verdict else FORBIDDEN)


def _end(request: AtDesk, username: str) -> None:
    end_sign_ins(by=request.acting, staff_id=staff_id_of(username), at=request.at)
