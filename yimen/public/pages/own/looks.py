"""Who looked: every look by staff at one's own case, however many there are."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yimen.cases.queries import Case
from yimen.kernel.text import number_in
from yimen.people.rules import ROLE_WORDS, STANDING_IN, Role
from yimen.privacy.looks import LookFacts, Looks, in_lines, looks_of
from yimen.public.here import with_receipt


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:  # noqa: ARG001 – looks have their own times
    """Fifty at a time, newest first; nothing is left out."""
    before = request.GET.get("before", "")
    looks = looks_of(case.ref, before=number_in(before))
    older = f"?before={looks.rows[-1].id}" if looks.more else ""
    return render(request, "public/own/looks.html", {"looks": in_words(looks), "older": older, "is_first": not before})


def in_words(looks: Looks) -> list[dict[str, object]]:
    """Looks as the resident reads them: when, which office, in which role, why; the same within an hour in one line."""
    return [
        {
            "first": line[-1].at,
            "last": line[0].at,
            "times": [look.at for look in line],
            "office": line[0].office_names,
            "role": _role(line[0]),
            "why": _(line[0].words),
        }
        for line in in_lines(looks)
    ]


def _role(look: LookFacts) -> str:
    words = _(ROLE_WORDS[Role(look.role)])
    return _(STANDING_IN) % {"role": words} if look.is_stand_in else words
