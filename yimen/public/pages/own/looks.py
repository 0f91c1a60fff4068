"""Who looked: every look by staff at one's own case, however many there are."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yimen.cases.queries import Case
from yimen.people.rules import ROLE_WORDS, Role
from yimen.privacy.looks import Looks, looks_of
from yimen.public.here import with_receipt


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:  # noqa: ARG001 – looks have their own times
    """Fifty at a time, newest first; nothing is left out."""
    before = request.GET.get("before", "")
    looks = looks_of(case.ref, before=int(before) if before.isdecimal() and len(before) < 19 else None)
    older = f"?before={looks.rows[-1].id}" if looks.more else ""
    return render(request, "public/own/looks.html", {"looks": in_words(looks), "older": older, "is_first": not before})


def in_words(looks: Looks) -> list[dict[str, object]]:
    """Each look as the resident reads it: when, which office, in which role, why."""
    return [
        {"at": look.at, "office": look.office_names, "role": _(ROLE_WORDS[Role(look.role)]), "why": _(look.words)}
        for look in looks
    ]
