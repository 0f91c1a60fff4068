"""The receipt: shown once, right after sending, to be kept, photographed or printed."""

import io

import qrcode
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from yimen.cases.story import story_of
from yimen.cases.verbs import Receipt
from yimen.deadlines.words import explain
from yimen.kernel.receipts import shown
from yimen.public.here import language_of
from yimen.public.telling import Telling
from yimen.routing.town import Town
from yimen.routing.words import because


def receipt_page(request: HttpRequest, receipt: Receipt, form: Telling, town: Town) -> HttpResponse:
    """The code in large groups, a QR code, by when, which office and why, and a proof of what was sent."""
    reader = language_of(request)
    case = receipt.case
    story = story_of(case, town)
    term = min(story.terms, key=lambda t: t.due_on, default=None)
    seen = {
        "receipt": receipt,
        "code": shown(receipt.code),
        "spoken": " ".join(receipt.code),
        "qr": qr_code(request.build_absolute_uri(reverse("follow")) + f"#{shown(receipt.code)}"),
        "case": case,
        "office": town.offices.by_id[case.office_id],
        "why": because(case.route, town, reader),
        "term": term,
        "explanation": explain(term, reader) if term else "",
        "files": story.files,
        "proof": bytes(case.digest).hex(),
        "form": form,
    }
    return render(request, "public/receipt.html", seen)


def qr_code(text: str) -> SafeString:
    """A QR code as an SVG path. The receipt stands behind the #, which browsers do not send to any server."""
    code = qrcode.QRCode(border=2, image_factory=SvgPathImage)
    code.add_data(text)
    out = io.BytesIO()
    code.make_image().save(out)
    svg = out.getvalue().decode()
    return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 – made here, from a code of our own
