"""How staff of one's place sign in: ending their sign-ins, a lost second step, their name at the town's own server."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.people.part import is_done
from yimen.desk.signing_in.oidc import is_there
from yimen.kernel.verdict import gettext_noop
from yimen.people.policies import may_administer
from yimen.people.sign_ins import staff_id_of
from yimen.people.steps import waiting_for
from yimen.people.verbs.end_sign_ins import end_sign_ins
from yimen.people.verbs.name_subject import name_subject
from yimen.people.verbs.second_step.agree_step_reset import agree_step_reset
from yimen.people.verbs.second_step.ask_step_reset import ask_step_reset
from yimen.people.verbs.second_step.refuse_step_reset import refuse_step_reset

FORBIDDEN = 403
Typed = dict[str, Any]


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


class SomebodysStep(forms.Form):
    """Who has lost their second step."""

    prefix = "step"
    username = forms.CharField(label=_("User name"), max_length=60)


class Deciding(forms.Form):
    """Yes or no to what another administrator asked for."""

    prefix = "reset"
    number = forms.IntegerField(min_value=1, max_value=2**62)
    decision = forms.ChoiceField(choices=[("agree", ""), ("refuse", "")])


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """A form for each; whoever is no administrator reads why not."""
    if not (verdict := may_administer(request.acting)):
        return render(request, "desk/sign_ins/staff.html", {"verdict": verdict}, status=FORBIDDEN)
    shown: dict[str, forms.Form] = {}
    for name, (form_class, act, words) in ACTS.items():
        sent = any(key.startswith(f"{form_class.prefix}-") for key in request.POST)
        form = shown[name] = form_class(request.POST if sent else None)
        if form.is_valid() and is_done(form, partial(act, request, form.cleaned_data)):
            messages.success(request, gettext(words), extra_tags="done")
            return redirect("desk_staff_sign_in")
    waiting = waiting_for(request.acting, request.at)
    seen = {"has_server": is_there(), "verdict": verdict, "waiting": waiting} | shown
    return render(request, "desk/sign_ins/staff.html", seen)


def _end(request: AtDesk, typed: Typed) -> None:
    end_sign_ins(by=request.acting, staff_id=staff_id_of(typed["username"]), at=request.at)


def _name(request: AtDesk, typed: Typed) -> None:
    name_subject(by=request.acting, at=request.at, **typed)


def _ask(request: AtDesk, typed: Typed) -> None:
    ask_step_reset(by=request.acting, username=typed["username"], at=request.at)


def _decide(request: AtDesk, typed: Typed) -> None:
    decide = agree_step_reset if typed["decision"] == "agree" else refuse_step_reset
    decide(by=request.acting, reset_id=typed["number"], at=request.at)


#: What is sent here: its form, what it does, and what is said then.
ACTS: dict[str, tuple[type[forms.Form], Callable[[AtDesk, Typed], None], str]] = {
    "end": (SomebodysEnd, _end, gettext_noop("Ended. They have to sign in again everywhere.")),
    "step": (SomebodysStep, _ask, gettext_noop("Asked. Another administrator has to agree on this page.")),
    "reset": (Deciding, _decide, gettext_noop("Done, and written down.")),
    "name": (SomebodysName, _name, gettext_noop("Noted.")),
}
