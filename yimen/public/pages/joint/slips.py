"""Codes to keep or to hand over, as a slip shows them: in groups, to be read aloud, and as a picture to scan."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yimen.kernel.qr import qr_code
from yimen.kernel.receipts import shown


@dataclass(frozen=True)
class Slip:
    """One code on the page."""

    anchor: str
    title: str
    groups: list[str]
    spoken: str
    says: str
    leads: str
    qr: SafeString


def receipt_slip(request: HttpRequest, code: str, *, is_helped: bool = False) -> Slip:
    """A receipt. It stands behind the #, which browsers do not send to any server."""
    title = _("The receipt, to give to whoever you bring this for") if is_helped else _("Your receipt")
    says = _(
        "Keep it: write it down, take a photo, or print this page. With it you see what happens, answer, and rate."
        " We do not keep it and can’t find it again for you."
    )
    leads = _("QR code: leads to your case")
    return Slip("code", title, *_code(code), says, leads, _picture(request, "follow", code))


def helper_slips(request: HttpRequest, code: str) -> list[Slip]:
    """The receipt of whoever helped, if they want one."""
    if not code:
        return []
    says = _("It shows where the case stands, and no word of it. Whoever you brought it for can end it at any time.")
    leads = _("QR code: leads to where the case stands")
    return [
        Slip("helper", _("Your own receipt, as a helper"), *_code(code), says, leads, _picture(request, "follow", code))
    ]


def invitation_slips(request: HttpRequest, codes: tuple[str, ...] | list[str]) -> list[Slip]:
    """Invitations, each for another one."""
    says = _("Whoever joins with it gets a receipt of their own. The page to type it in: %(page)s")
    page = request.build_absolute_uri(reverse("join")).partition("://")[2]
    return [
        Slip(
            f"invitation-{number}",
            _("Invitation %(n)s") % {"n": number},
            *_code(code),
            says % {"page": page},
            _("QR code: leads to the page for joining"),
            _picture(request, "join", code),
        )
        for number, code in enumerate(codes, 1)
    ]


def _code(code: str) -> tuple[list[str], str]:
    return shown(code).split("-"), " ".join(code)


def _picture(request: HttpRequest, page: str, code: str) -> SafeString:
    return qr_code(request.build_absolute_uri(reverse(page)) + f"#{shown(code)}")
