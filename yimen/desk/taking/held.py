"""A receipt that is on the screen: sealed into the page's form, so that it is there again after one more press."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.fernet import InvalidToken

from yimen.cases.queries import Case
from yimen.cases.verbs import Receipt
from yimen.desk.acting import AtDesk
from yimen.kernel.clock import day_of
from yimen.kernel.seal import opened_bytes, sealed_bytes

LONGEST = 2_000
_PURPOSE = "receipt at the counter"


def held(request: AtDesk, receipt: Receipt) -> str:
    """For this post and this day. The program stores nothing: what is on the page is on the page."""
    codes = [receipt.code, receipt.helpers, *receipt.invitations]
    said = [_PURPOSE, request.acting.post_id, day_of(request.at).isoformat(), receipt.case.pk, codes]
    return urlsafe_b64encode(sealed_bytes(json.dumps(said).encode())).decode()


def still_held(request: AtDesk, sealed: str) -> Receipt | None:
    """The receipt again; none if another post held it, on another day, or somebody made it up."""
    try:
        purpose, post, day, pk, codes = json.loads(opened_bytes(urlsafe_b64decode(sealed[:LONGEST])))
    except (InvalidToken, ValueError, TypeError):
        return None
    if (purpose, post, day) != (_PURPOSE, request.acting.post_id, day_of(request.at).isoformat()):
        return None
    case = Case.objects.select_related("office").get(pk=pk)
    code, helpers, *invitations = codes
    return Receipt(case, code, is_new=True, says_the_same=True, invitations=tuple(invitations), helpers=helpers)
