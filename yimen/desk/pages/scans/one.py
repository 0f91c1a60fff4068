"""One letter on paper: its pages in order, which way up, and how far they are read."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.taking.files import bounds, uploads_of
from yimen.desk.words import said
from yimen.intake.channels.letter.bringing import bring_more
from yimen.intake.channels.letter.pages import ACCEPT
from yimen.intake.channels.letter.queries import Scan, Sheet, scan_for, sheet_for, sheets_of
from yimen.intake.channels.letter.rules import Do, Reading
from yimen.intake.channels.letter.seeing import picture_of
from yimen.intake.policies import may_bring_letter
from yimen.intake.verbs.scans import arrange_sheets, continue_scan, discard_scan
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused

LARGEST_KEY = 2**62
MORE, CONTINUE, DISCARD = "more", "continue", "discard"


def scan_or_404(request: AtDesk, pk: int) -> Scan:
    """This letter, if it lies in the centre of this post."""
    scan = scan_for(request.acting, pk) if may_bring_letter(request.acting) and pk < LARGEST_KEY else None
    if scan is None:
        raise Http404
    return scan


@at_desk
def page(request: AtDesk, scan: int) -> HttpResponse:
    """In hand of a colleague it is closed; whoever goes on with it is noted. Asked for itself, only how far it is."""
    row = scan_or_404(request, scan)
    if request.method == "POST":
        return _pressed(request, row)
    sheets = sheets_of(request.acting, row)
    context = {"scan": row, "sheets": sheets, **progress_of(sheets)}
    if "now" in request.GET:
        return render(request, "desk/scans/progress.html", context)
    context |= {"is_mine": row.post_id == request.acting.post_id, "accept": ACCEPT, "bounds": bounds()}
    return render(request, "desk/scans/one.html", context)


def progress_of(sheets: list[Sheet]) -> dict[str, object]:
    """How many pages a program has looked at, of how many; and what came of it."""
    waiting = sum(sheet.state == Reading.WAITING for sheet in sheets)
    return {
        "all": len(sheets),
        "done": len(sheets) - waiting,
        "waiting": waiting,
        "unread": sum(sheet.state in {Reading.UNREAD, Reading.FAILED} for sheet in sheets),
    }


def _pressed(request: AtDesk, scan: Scan) -> HttpResponse:
    """One press. A no is said in words, and the page shows how the letter stands now."""
    what = request.POST.get("what", "")
    try:
        row = scan.is_at(number_in(request.POST.get("version", "")) or 0)
        if what == CONTINUE:
            continue_scan(by=request.acting, scan=row, at=request.at)
        elif what == DISCARD:
            discard_scan(by=request.acting, scan=row, at=request.at)
            messages.success(request, gettext("It is put away."), extra_tags="done")
            return redirect("desk_scans")
        elif what == MORE:
            bring_more(by=request.acting, scan=row, uploads=uploads_of(request), at=request.at)
        else:
            _arranged(request, row, what)
    except Refused as refused:
        messages.error(request, said(refused.verdict))
    return redirect("desk_scan", scan.pk)


def _arranged(request: AtDesk, scan: Scan, what: str) -> None:
    do, _, sheet = what.partition(":")
    if do not in set(Do):
        raise Refused(JUST_CHANGED)
    arrange_sheets(by=request.acting, scan=scan, sheet=number_in(sheet) or 0, do=Do(do), at=request.at)


@at_desk
def picture(request: AtDesk, sheet: int) -> HttpResponse:
    """A page as it is kept, for the post that has its letter in hand; ``?small`` for the list."""
    found = sheet_for(request.acting, sheet) if sheet < LARGEST_KEY else None
    if found is None:
        raise Http404
    try:
        content = picture_of(found, small="small" in request.GET)
    except (LookupError, Refused) as error:
        raise Http404 from error
    headers = {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type="image/jpeg", headers=headers)
