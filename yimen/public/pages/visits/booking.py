"""Booked visits: taking a time, and one's own booking, which is moved or cancelled by its code."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from yimen.cases.queries import case_by_receipt
from yimen.cases.rules import Way
from yimen.kernel import clock
from yimen.kernel.languages import name_in
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.public.here import from_this_site, language_of
from yimen.public.pages.visits.booking_form import Booking, Choosing
from yimen.public.pages.visits.centre import SOMEBODY, centre_of
from yimen.public.receipts import address_of
from yimen.public.saying import said
from yimen.routing.town import Town, the_town
from yimen.visits.booked.calendar_file import calendar_file
from yimen.visits.booked.queries import BookingFacts, begins, booking_by, errand_of, free_days
from yimen.visits.booked.rules import Booked, may_change
from yimen.visits.queries import errands_of
from yimen.visits.verbs import Made, Wanted, book_visit, cancel_visit, move_visit

NOT_OFFERED = gettext_noop("This cannot be booked here. Please choose what you come for.")


@never_cache
@from_this_site
def new(request: HttpRequest, centre: str) -> HttpResponse:
    """What for, then when; sent twice it is one booking. The next page shows its code."""
    town, at = the_town(), clock.now()
    office = centre_of(centre, town)
    errands = [one for one in errands_of(office.id, town) if one.at_once]
    letter = request.GET.get("letter") or (errands[0].letter if len(errands) == 1 else "")
    errand = errand_of(office.id, letter, town)
    if errand is None:
        seen = {"office": office, "errands": errands, "refused": _(NOT_OFFERED) if letter else ""}
        return render(request, "public/visits/book_errand.html", seen)
    days = free_days(office.id, errand, town, at)
    form = Booking(request.POST if request.method == "POST" else None, days=days)
    if form.is_valid():
        try:
            made = _made(request, form, office.id, letter, town)
            return redirect("booking", shown(made.code))
        except Refused as refused:
            form.add_error(None, said(refused))
    return render(request, "public/visits/book.html", {"office": office, "errand": errand, "form": form, "days": days})


def _made(request: HttpRequest, form: Booking, office_id: int, letter: str, town: Town) -> Made:
    typed, address, at = form.cleaned_data, address_of(request), clock.now()
    case = case_by_receipt(typed["receipt"], address=address, at=at) if typed["receipt"] else None
    wanted = Wanted(
        office_id, letter, typed["begins_at"], language_of(request), typed["nonce"], Way(typed["tell"]),
        form.address(), case, address,
    )  # fmt: skip
    return book_visit(by=SOMEBODY, wanted=wanted, town=town, at=at)


@never_cache
@from_this_site
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever has the code reads when and where, moves it or cancels it."""
    town, at, refused = the_town(), clock.now(), ""
    booking = _booking(request, code)
    errand = errand_of(booking.office_id, booking.letter, town)
    days = free_days(booking.office_id, errand, town, at) if errand else []
    form = Choosing(request.POST if request.method == "POST" and "cancel" not in request.POST else None, days=days)
    try:
        if "cancel" in request.POST:
            cancel_visit(by=SOMEBODY, booking=booking, at=at)
            return redirect("booking", code)
        if form.is_valid():
            move_visit(by=SOMEBODY, booking=booking, begins_at=form.cleaned_data["begins_at"], town=town, at=at)
            return redirect("booking", code)
    except Refused as refusal:
        refused = said(refusal)
    seen = {
        "booking": booking,
        "begins": begins(booking),
        "office": town.offices.by_id[booking.office_id],
        "errand": errand,
        "code": code,
        "verdict": may_change(Booked(booking.state), booking.begins_at, at),
        "form": form,
        "refused": refused,
    }
    return render(request, "public/visits/booking.html", seen)


@never_cache
def ics(request: HttpRequest, code: str) -> HttpResponse:
    """For one's own calendar."""
    booking, town = _booking(request, code), the_town()
    office = town.offices.by_id[booking.office_id]
    with override(booking.language):
        title = _("Visit: %(office)s") % {"office": name_in(office.names, booking.language)}
    url = request.build_absolute_uri(reverse("booking", args=[code]))
    text = calendar_file(booking, office, url=url, title=title, at=clock.now())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="visit.ics"'
    return response


def _booking(request: HttpRequest, code: str) -> BookingFacts:
    """As if it were not there for whoever does not know the code, and for whoever only tries some."""
    try:
        return booking_by(code, address=address_of(request), at=clock.now())
    except Refused:
        raise Http404 from None
