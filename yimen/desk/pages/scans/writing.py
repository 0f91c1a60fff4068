"""Writing a letter down beside its scan: what a program read is a beginning, what the clerk leaves is the case."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.rules import LONGEST_WORDS, Channel
from yimen.cases.verbs import Receipt
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.days import DayField
from yimen.desk.pages.scans.one import LARGEST_KEY, progress_of
from yimen.desk.pages.visits.taking_in import other_door, receipt_page
from yimen.desk.taking.form import TakingIn
from yimen.desk.words import said
from yimen.intake.channels.letter.bringing import again, write_down
from yimen.intake.channels.letter.queries import Scan, scan_for, sheets_of
from yimen.intake.channels.letter.rules import LATEST_ARRIVAL, NOT_YET, TOO_LONG_AGO, as_words
from yimen.intake.policies import may_bring_letter
from yimen.intake.verbs import tell_door
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import Refused
from yimen.routing.queries import DoorFacts


class WritingDown(TakingIn):
    """The clerk's form, and the day on which the letter came: its time runs from then."""

    came_on = DayField(label=_("When did it come?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        self.today = kwargs.pop("today")
        super().__init__(*args, **kwargs)
        self.initial.setdefault("came_on", self.today.isoformat())
        self.fields["words"].label = gettext("What does it say?")
        self.fields["words"].help_text = gettext("In the writer’s own words. Mend what the program read wrongly.")
        self.fields["words"].widget.attrs["rows"] = 14
        self._choose("channel", [(Channel.LETTER.value, Channel.LETTER.value)])
        self.fields["channel"].widget = forms.HiddenInput()
        self.initial["channel"] = Channel.LETTER.value

    def clean_came_on(self) -> Any:  # noqa: ANN401 – a day
        """Not tomorrow, and not a year ago."""
        day = self.cleaned_data["came_on"]
        if day > self.today:
            raise forms.ValidationError(gettext(NOT_YET))
        if day < self.today - LATEST_ARRIVAL:
            raise forms.ValidationError(gettext(TOO_LONG_AGO) % {"days": LATEST_ARRIVAL // timedelta(days=1)})
        return day


@at_desk
def page(request: AtDesk, scan: int) -> HttpResponse:
    """Scan and words side by side; then the receipt. Pressed twice, the receipt is shown twice, and it is one case."""
    if not may_bring_letter(request.acting):
        raise Http404
    row = scan_for(request.acting, scan) if scan < LARGEST_KEY else None
    sheets = sheets_of(request.acting, row) if row else []
    begun = {"words": as_words([s.text for s in sheets])[:LONGEST_WORDS], "language": row.language} if row else {}
    sent = request.POST if request.method == "POST" else None
    form = WritingDown(sent, town=request.town, today=day_of(request.at), initial=begun)
    valid = form.is_valid()
    if row is None or not sheets:
        receipt = _once_more(request, form) if valid else None
        if receipt is None:
            raise Http404
        return receipt_page(request, receipt)
    seen = {"scan": row, "sheets": sheets, **progress_of(sheets)}
    if not valid:
        return _form(request, form, seen)
    if door := other_door(request, form):
        tell_door(by=request.acting, door=door.code, at=request.at)
        return _form(request, form, seen, door)
    try:
        return receipt_page(request, _written(request, row, form))
    except Refused as refused:
        form.add_error(None, said(refused.verdict))
        return _form(request, form, seen)


def _written(request: AtDesk, scan: Scan, form: WritingDown) -> Receipt:
    came_on, sent = form.cleaned_data["came_on"], form.submission()
    return write_down(by=request.acting, scan=scan, sent=sent, came_on=came_on, town=request.town, at=request.at)


def _once_more(request: AtDesk, form: WritingDown) -> Receipt | None:
    return again(by=request.acting, sent=form.submission(), town=request.town, at=request.at)


def _form(request: AtDesk, form: WritingDown, seen: dict[str, object], door: DoorFacts | None = None) -> HttpResponse:
    urgent = [one for one in request.town.catalogue.doors.values() if one.is_urgent]
    context = {"form": form, "door": door, "urgent": urgent, "lists": form.lists(), "opened": False, **seen}
    return render(request, "desk/scans/writing.html", context)
