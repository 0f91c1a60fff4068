"""The same thing may be here already: one press says so, and one's case stays one's own."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import note_of, resident_of
from yimen.cases.queries import Case, case_of_resident
from yimen.cases.same.lines import LONGEST_MARK, lines_for, meant_by
from yimen.cases.same.too import may_say_me_too
from yimen.cases.verbs import say_me_too
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.public.here import language_of, with_receipt
from yimen.public.saying import said
from yimen.routing.town import the_town

DONE = gettext_noop("You have said so. The office looks whether it is one thing; your case stays your own.")


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
    me = resident_of(case)
    seen = {
        "verdict": may_say_me_too(me, case, town),
        "reason": reason,
        "here": lines_for(me, case, town, language_of(request)),
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
