"""One export: agree, refuse, or take the file."""

import csv
from io import StringIO

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.copies.office import OfficeCopy
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.pages.exports.listing import STAGES
from yimen.desk.words import said
from yimen.exports.policies import are_two, may_decide, may_take
from yimen.exports.queries import Export, export_for
from yimen.exports.rules import LONGEST_WHY, Stage, may_be_decided, may_be_taken
from yimen.exports.verbs import agree_export, refuse_export, take_export
from yimen.kernel.text import as_a_cell, number_in
from yimen.kernel.verdict import Refused
from yimen.privacy.rules import TAKING_OUT


class Answer(forms.Form):
    """Why not."""

    answer = forms.CharField(
        label=_("If you refuse: why?"), max_length=LONGEST_WHY, widget=forms.Textarea({"rows": 2}), required=False
    )


@at_desk
def page(request: AtDesk, pk: int) -> HttpResponse:
    """Whoever asked sees how far it is; a supervisor decides. Others find nothing here."""
    export = export_for(request.acting, pk) if pk < 2**62 else None
    if export is None:
        raise Http404
    form = Answer(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            if response := _done(request, export, form):
                return response
        except Refused as refused:
            form.add_error(None, said(refused.verdict))
    stage = Stage(export.stage)
    decide = may_decide(request.acting, export) and may_be_decided(stage)
    seen = {
        "export": export,
        "stage": STAGES[stage],
        "purpose": gettext(TAKING_OUT.get(export.purpose, "")),
        "form": form,
        "decide": decide,
        "agree": decide and are_two(request.acting, export, request.at),
        "take": may_take(request.acting, export) and may_be_taken(stage, export.until, request.at),
    }
    return render(request, "desk/exports/one.html", seen)


def _done(request: AtDesk, export: Export, form: Answer) -> HttpResponse | None:
    what = request.POST.get("what", "")
    typed = request.POST.get("version", "")
    export = export.is_at(number_in(typed) or 0)
    if what == "take":
        return _file(take_export(by=request.acting, export=export, at=request.at))
    if what == "agree":
        agree_export(by=request.acting, export=export, at=request.at)
        messages.success(request, gettext("Agreed. It can be taken once, within a day."), extra_tags="done")
    elif what == "refuse":
        refuse_export(by=request.acting, export=export, answer=form.cleaned_data["answer"], at=request.at)
        messages.success(request, gettext("Refused. Whoever asked reads why."), extra_tags="done")
    else:
        return None
    return redirect("desk_export", export.pk)


def _file(copy: OfficeCopy) -> HttpResponse:
    """Made now, in memory; no cell can be a formula."""
    text = StringIO()
    lines = csv.writer(text)
    lines.writerow(copy.columns)
    lines.writerows([[as_a_cell(cell) for cell in row] for row in copy.rows])
    response = HttpResponse(text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="cases.csv"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
