"""Staff: somebody starts, forgets a password, or stops working here. There is no list of persons to look through."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk
from yimen.desk.pages.people.leaving import works_here
from yimen.desk.pages.people.part import is_done, of_administrators
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.people.sign_ins import staff_id_of
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.give_password import give_password

NOT_HERE = gettext_noop(
    "They have left already, or hold a post outside of your part of the town: then its administrator lets them go."
)


class Enrolling(forms.Form):
    """Somebody who starts."""

    prefix = "enrol"
    username = forms.CharField(
        label=_("User name"), help_text=_("Small letters and digits. They sign in with it."), max_length=60
    )
    name = forms.CharField(label=_("Name of the person"), max_length=120)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    password = forms.CharField(
        label=_("First password"), help_text=_("At least ten characters, best some words."), max_length=200
    )


class Renewing(forms.Form):
    """Somebody who has forgotten theirs."""

    prefix = "renew"
    username = forms.CharField(label=_("User name"), max_length=60)
    password = forms.CharField(label=_("New password"), max_length=200)


class Releasing(forms.Form):
    """Somebody who leaves the town's service."""

    prefix = "release"
    username = forms.CharField(label=_("User name"), max_length=60)


@of_administrators
def page(request: AtDesk) -> HttpResponse:
    """Two forms with a verb each, and the way to letting somebody go; what was typed stays when one refuses."""
    forms_here = {form.prefix: form(_sent(request, str(form.prefix))) for form in (Enrolling, Renewing, Releasing)}
    releasing = forms_here["release"]
    if releasing.is_valid() and is_done(releasing, lambda: _require_here(request, releasing.cleaned_data["username"])):
        return redirect("desk_leaving", staff_id_of(releasing.cleaned_data["username"]))
    for prefix, words in DONE.items():
        form = forms_here[prefix]
        if form.is_valid() and is_done(form, lambda form=form, prefix=prefix: _do(request, prefix, form.cleaned_data)):  # type: ignore[misc]
            messages.success(request, str(words), extra_tags="done")
            return redirect("desk_staff")
    return render(request, "desk/people/staff.html", forms_here)


DONE = {
    "enrol": _("Enrolled. They see something once they hold a post."),
    "renew": _("They have a new password. All their open sessions have ended."),
}


def _require_here(request: AtDesk, username: str) -> None:
    if not works_here(request, staff_id_of(username)):
        raise Refused(NOT_HERE)


def _sent(request: AtDesk, prefix: str) -> Any:  # noqa: ANN401 – what Django calls the typed fields
    return request.POST if f"{prefix}-username" in request.POST else None


def _do(request: AtDesk, what: str, typed: dict[str, Any]) -> None:
    if what == "enrol":
        enrol_staff(by=request.acting, at=request.at, **typed)
    else:
        give_password(by=request.acting, at=request.at, **typed)
