"""What a resident can do with a case of their own: one small form for each verb."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import note_of, resident_of
from yimen.cases.queries import Case, case_of_resident
from yimen.cases.story import story_of
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.people.rules import Resident
from yimen.public.failing import NOT_NOW
from yimen.public.pages.own.story import last_question, may_now, opinion_parts
from yimen.public.saying import put_on
from yimen.routing.town import the_town

_log = logging.getLogger(__name__)


class Act(NamedTuple):
    """One thing to do: its verb, what its page says, and how it is done."""

    verb: str
    title: str | Promise
    button: str | Promise
    done: str | Promise
    do: Callable[[Resident], None]


def answered(request: HttpRequest, case: Case, at: datetime, form: forms.Form, act: Act) -> HttpResponse:
    """Show the form, or do it and go back to the case; a refusal stands on the form with everything typed."""
    status = 200
    if form.is_valid():
        try:
            act.do(resident_of(case))
        except Refused as refusal:
            put_on(form, refusal)
            case = case_of_resident(note_of(case)) or case  # as it is now: sending it once more is meant for that
        except (DatabaseError, OSError):
            _log.exception("%s was not written down", act.verb)
            form.add_error(None, _("We could not save this just now. Please try again in a minute."))
            status = NOT_NOW
        else:
            messages.success(request, str(act.done), extra_tags="done")
            return redirect("own")
    seen = {"case": case, "form": form, "act": act, "verdict": may_now(case, act.verb, at)}
    return render(request, "public/own/act.html", seen | _about(case, act.verb, request), status=status)


def _about(case: Case, verb: str, request: HttpRequest) -> dict[str, object]:
    """What the resident needs to read again before they write; and what they wrote, if it can't be sent any more."""
    about: dict[str, object] = {
        "had_files": bool(request.FILES),
        "wrote": request.POST.get("text") or request.POST.get("words", ""),
    }
    if verb in {"reply", "rate"}:
        story = story_of(case, the_town())
        about["question"] = last_question(story) if verb == "reply" else ""
        about["opinion"] = list(opinion_parts(story.last_opinion)) if verb == "rate" and story.last_opinion else []
    return about


def at_version(request: HttpRequest, case: Case) -> Case:
    """The case as the resident saw it when the page was opened; an older one is refused in words."""
    typed = request.POST.get("version", "")
    version = number_in(typed)
    return case if version is None else case.is_at(version)
