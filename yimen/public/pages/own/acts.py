"""What a resident can do with a case of their own: one small form for each verb."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yimen.cases.policies import may
from yimen.cases.queries import Case
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident
from yimen.public.saying import said

Act = Callable[[Resident], None]
UNAVAILABLE = 503


def answered(request: HttpRequest, case: Case, form: forms.Form, verb: str, act: Act, done: str) -> HttpResponse:
    """Show the form, or do it and go back to the case; a refusal stands on the form with everything typed."""
    me = Resident(case.pk)
    status = 200
    if form.is_valid():
        try:
            act(me)
        except Refused as refusal:
            form.add_error(None, said(refusal))
        except (DatabaseError, OSError):
            form.add_error(None, _("We could not save this just now. Please try again in a minute."))
            status = UNAVAILABLE
        else:
            messages.success(request, done)
            return redirect("own")
    seen = {"case": case, "form": form, "verdict": may(me, case, verb), "verb": verb}
    return render(request, f"public/own/{verb}.html", seen, status=status)


def uploads_of(request: HttpRequest) -> list[tuple[str, bytes]]:
    """The files of this form, as the channels take them."""
    return [(str(file.name), file.read()) for file in request.FILES.getlist("files")]


def at_version(request: HttpRequest, case: Case) -> Case:
    """The case as the resident saw it when the page was opened; an older one is refused in words."""
    typed = request.POST.get("version", "")
    return case.is_at(int(typed)) if typed.isdecimal() else case


