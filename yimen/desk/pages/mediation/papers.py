"""The papers of a mediation for its mediator, and what they note on its cover: the court, and what figures need."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as later

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.days import DayField
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.mediation.agreements.scans import scan_for
from yimen.mediation.counted.rules import Amount, Form
from yimen.mediation.court.rules import Court
from yimen.mediation.papers.making import languages_of, lines_of, paper_for, titled_for
from yimen.mediation.papers.words import AGREED_AS, AMOUNTS, COURTS
from yimen.mediation.queries.mediators import mediation_for
from yimen.mediation.rooms.files import file_in
from yimen.mediation.rooms.inside import MediatorIn
from yimen.mediation.verbs import note_court, note_cover
from yimen.papers.serving import headers_of


class Covering(forms.Form):
    """What the figures need."""

    amount = forms.ChoiceField(label=later("How much money is it about?"), required=False)
    form = forms.ChoiceField(label=later("An agreement is written down"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("amount", [("", gettext("not stated")), *((one.value, gettext(AMOUNTS[one])) for one in Amount)]),
            ("form", [(one.value, gettext(AGREED_AS[one])) for one in Form]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
            field.choices = choices


class Asking(forms.Form):
    """What became of the sides' way to the court."""

    court = forms.ChoiceField(label=later("What do the sides say?"))
    on = DayField(label=later("On which day?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        field = self.fields["court"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the type checker
        field.choices = [(one.value, gettext(COURTS[one])) for one in Court]


@at_desk
def page(request: AtDesk, mediation: int) -> HttpResponse:
    """Only for the mediator who has accepted; the sides read that they came in."""
    me = _in(request, mediation)
    what = request.POST.get("do", "") if request.method == "POST" else ""
    row = me.mediation
    now = {"amount": row.amount, "form": (Form.ORAL if row.is_oral else Form.WRITTEN).value}
    cover = Covering(request.POST if what == "cover" else None, initial=now, prefix="cover")
    court = Asking(request.POST if what == "court" else None, prefix="court")
    wanted: forms.Form = cover if what == "cover" else court
    if what and wanted.is_valid():
        try:
            _note(request, me, what, wanted.cleaned_data)
        except Refused as refused:
            wanted.add_error(None, said(refused.verdict))
        else:
            messages.success(request, gettext("Noted."), extra_tags="done")
            return redirect("desk_mediation_papers", mediation)
    links = titled_for(me, day_of(request.at))
    seen = {
        "mediation": row,
        "papers": lines_of(links, lambda key, tongue: reverse("desk_mediation_paper", args=[mediation, key, tongue])),
        "cover": cover,
        "court": court,
        "noted": gettext(COURTS[Court(row.court)]) if row.court else "",
    }
    return render(request, "desk/mediation/papers.html", seen)


def _note(request: AtDesk, me: MediatorIn, what: str, typed: dict[str, Any]) -> None:
    if what == "cover":
        amount = Amount(typed["amount"]) if typed["amount"] else None
        note_cover(by=me, amount=amount, form=Form(typed["form"]), at=request.at)
    else:
        note_court(by=me, court=Court(typed["court"]), on=typed["on"], at=request.at)


@at_desk
def one(request: AtDesk, mediation: int, paper: str, languages: str) -> HttpResponse:
    """One paper, of any room: the mediator has all keys. It is a look like any other."""
    found = paper_for(_in(request, mediation), paper, languages_of(languages), day_of(request.at))
    if found is None:
        raise Http404
    return HttpResponse(found, headers=headers_of(f"{mediation}-{paper}"))


@at_desk
def scan(request: AtDesk, mediation: int, sheet: str) -> HttpResponse:
    """What a side has signed on paper."""
    found = scan_for(_in(request, mediation), sheet)
    if found is None:
        raise Http404
    return HttpResponse(found, headers=headers_of(f"{mediation}-signed-{sheet}"))


@at_desk
def file(request: AtDesk, mediation: int, mark: str) -> HttpResponse:
    """A file of any room; downloaded, never run. It is a look like any other."""
    found = file_in(_in(request, mediation), mark)
    if found is None:
        raise Http404
    shown, content = found
    return HttpResponse(content, headers=shown.headers)


def _in(request: AtDesk, pk: int) -> MediatorIn:
    me = mediation_for(request.acting, pk, request.at)
    if me is None:
        raise Http404
    return me
