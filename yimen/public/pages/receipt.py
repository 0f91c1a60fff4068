"""The receipt: shown once, right after sending, to be kept, photographed or printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yimen.cases.joint.holders import resident_of
from yimen.cases.same.lines import lines_for
from yimen.cases.verbs import Receipt
from yimen.deadlines.terms import terms_of
from yimen.deadlines.words import explain
from yimen.files.queries import files_of
from yimen.kernel.receipts import shown
from yimen.knowledge.queries import entries_about
from yimen.public.here import language_of
from yimen.public.pages.joint.slips import helper_slips, invitation_slips, receipt_slip
from yimen.public.pages.own.story import paper
from yimen.public.telling import Telling
from yimen.routing.town import Town
from yimen.routing.words import because

HELPFUL, SIGNS = 3, 80  # answers that may help already, by the beginning of what was sent


def receipt_page(request: HttpRequest, receipt: Receipt, form: Telling, town: Town) -> HttpResponse:
    """The code in large groups, a QR code, by when, which office and why, and a proof of what was sent."""
    reader = language_of(request)
    case = receipt.case
    terms = [] if case.ended_at else receipt.terms or terms_of(case.ref)
    term = min(terms, key=lambda t: t.due_on, default=None)
    seen = {
        "receipt": receipt,
        "slip": receipt_slip(request, receipt.code, is_helped=bool(case.consent)),
        "helpers": helper_slips(request, receipt.helpers),
        "invitations": invitation_slips(request, receipt.invitations),
        "case": case,
        "office": town.offices.by_id[case.office_id],
        "why": because(case.route, town, reader),
        "term": term,
        "explanation": explain(term, reader) if term else "",
        "files": [paper(file) for file in files_of(case.ref)] if has_files(receipt, request) else [],
        "proof": _in_groups(bytes(case.digest).hex()),
        "form": form,
        "code": shown(receipt.code),
        "here": [] if case.consent else lines_for(resident_of(case), case, town, reader),
        "helpful": entries_about(case.words[:SIGNS], town.editions.get("knowledge", 0))[:HELPFUL],
    }
    return render(request, "public/receipt.html", seen)


def has_files(receipt: Receipt, request: HttpRequest) -> bool:
    """Is it worth asking for files? A form that came before may have had some then."""
    return bool(request.FILES) or not receipt.is_new


def _in_groups(digits: str) -> str:
    return " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
