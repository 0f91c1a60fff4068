"""A mediator's calendar: what is planned, and the hours of a week in which times are proposed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.mediating.times import MyHours
from yimen.desk.pages.mediation.one import number_of
from yimen.desk.taking.hours import typed_hours
from yimen.desk.words import said
from yimen.kernel.verdict import Refused
from yimen.mediation.policies import may_mediate
from yimen.mediation.queries.reading import SittingFacts
from yimen.mediation.sittings.calendar_file import calendar_files
from yimen.mediation.sittings.rules import Form
from yimen.mediation.sittings.times import calendar_of, hours_of
from yimen.mediation.verbs import keep_hours
from yimen.mediation.words import FORMS


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Four weeks of covers: no word of what a session is about, and nobody's name."""
    if not may_mediate(request.acting):
        raise Http404
    form = MyHours(request.POST or None, initial=typed_hours(hours_of(request.acting.post_id)))
    if form.is_valid():
        try:
            keep_hours(by=request.acting, hours=form.hours, at=request.at)
        except Refused as refusal:
            form.add_error(None, said(refusal.verdict))
        else:
            messages.success(request, _("Kept."), extra_tags="done")
            return redirect("desk_mediation_calendar")
    days = [(day, [_line(one) for one in found]) for day, found in calendar_of(request.acting, request.at)]
    return render(request, "desk/mediation/calendar.html", {"days": days, "form": form})


def _line(one: SittingFacts) -> dict[str, object]:
    return {
        "sitting": one,
        "number": number_of(one.mediation),
        "form": _(FORMS[Form(one.form)]),
        "is_alone": one.alone > 0,
    }


@at_desk
def file(request: AtDesk) -> HttpResponse:
    """The same for a telephone's calendar: titles that say nothing."""
    if not may_mediate(request.acting):
        raise Http404
    sittings = [one for _day, found in calendar_of(request.acting, request.at) for one in found]
    text = calendar_files(sittings, title=_("Appointment"), at=request.at)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointments.ics"'
    return response
