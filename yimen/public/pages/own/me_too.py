"""The same thing may be here already: one press says so, and one's case stays one's own."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import NamedTuple

from cryptography.fernet import InvalidToken
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import note_of, resident_of
from yimen.cases.queries import Case, case_of_resident
from yimen.cases.same.rules import NOT_HERE
from yimen.cases.same.too import here_already, may_say_me_too
from yimen.cases.verbs import say_me_too
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.seal import opened_bytes, sealed_bytes
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.public.here import language_of, with_receipt
from yimen.public.saying import said
from yimen.routing.town import Town, the_town

LONGEST_MARK = 200
DONE = gettext_noop("You have said so. The office looks whether it is one thing; your case stays your own.")


class Line(NamedTuple):
    """One that is here already, as a page shows it."""

    mark: str  # its number, sealed for this one case: it opens nothing, and nobody can make one
    words: str


def lines_for(case: Case, town: Town, reader: str) -> list[Line]:
    """Category, place and week; one statement, and none where it may not be said."""
    if not may_say_me_too(resident_of(case), case, town):
        return []
    known = [town.catalogue.by_id[case.category_id or 0].names, town.places.by_id[case.area_id or 0].names]
    what = " · ".join(name_in(names, reader) for names in known)
    weeks = [(here.number, {"day": day_in(here.monday, reader)}) for here in here_already(case)]
    return [Line(mark_of(case, pk), f"{what} · " + _("came in the week of %(day)s") % day) for pk, day in weeks]


def mark_of(case: Case, number: int) -> str:
    """What a page says instead of a number."""
    return urlsafe_b64encode(sealed_bytes(f"me too:{case.pk}:{number}".encode())).decode()


def meant_by(case: Case, mark: str) -> int:
    """The number again; refused as one that is not here if somebody made the mark up or took it from another case."""
    try:
        purpose, own, number = opened_bytes(urlsafe_b64decode(mark)).decode().split(":")
        is_ours = (purpose, own) == ("me too", str(case.pk))
    except (InvalidToken, ValueError):
        is_ours = False
    if not is_ours:
        raise Refused(NOT_HERE)
    return int(number)


class Which(forms.Form):
    """The mark of the line that was pressed."""

    which = forms.CharField(max_length=LONGEST_MARK)


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """Those that are here now. What can't be said any more is told in a sentence, with those that are left."""
    form, reason, town = Which(request.POST or None), "", the_town()
    if request.method == "POST":
        try:
            _say(case, form.cleaned_data["which"] if form.is_valid() else "", at)
        except Refused as refusal:
            reason = said(refusal)
            case = case_of_resident(note_of(case)) or case  # as it is now
        else:
            messages.success(request, _(DONE), extra_tags="done")
            return redirect("own")
    seen = {
        "verdict": may_say_me_too(resident_of(case), case, town),
        "reason": reason,
        "here": lines_for(case, town, language_of(request)),
    }
    return render(request, "public/own/me_too.html", seen)


def _say(case: Case, mark: str, at: datetime) -> None:
    """Pressed twice it is said once, and the second press reads the same."""
    meant = meant_by(case, mark)
    try:
        say_me_too(by=resident_of(case), case=case, other=meant, at=at)
    except Refused:
        now = case_of_resident(note_of(case))
        if now is None or now.says_same_id != meant:
            raise
