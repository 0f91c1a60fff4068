"""Unusual reading: hours in which one post opened very many cases."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yimen.cases.policies import OTHER_ROLE
from yimen.desk.acting import AtDesk, at_desk
from yimen.kernel.text import number_in
from yimen.kernel.verdict import YES, Verdict
from yimen.people.rules import ROLE_WORDS, Role
from yimen.privacy.reading import READERS, SHOWN, unusual_reading

FORBIDDEN = 403


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Office, role, hour, number: no case, no resident. Supervisors see their offices, administrators the town."""
    verdict = YES if request.acting.role in READERS else Verdict(OTHER_ROLE)
    asked = request.GET.get("before", "")
    found = unusual_reading(request.acting, number_in(asked))
    seen = {
        "verdict": verdict,
        "most": settings.YIMEN_MANY_LOOKS,
        "rows": [{"it": one, "role": gettext(ROLE_WORDS[Role(one.role)])} for one in found[:SHOWN]],
        "next": f"?before={found[SHOWN - 1].id}" if len(found) > SHOWN else "",
    }
    return render(request, "desk/reading.html", seen, status=200 if verdict else FORBIDDEN)
