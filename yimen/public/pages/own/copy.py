"""A copy of one's own case, to keep."""

from datetime import datetime

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from yimen.cases.copies.own import own_copy
from yimen.cases.queries import Case
from yimen.public.here import with_receipt
from yimen.routing.town import the_town


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponseBase:
    """What is in it, and the button; nobody is asked, and nobody is told."""
    if request.method != "POST":
        return render(request, "public/own/copy.html", {"case": case})
    copied = FileResponse(own_copy(case, the_town(), at), as_attachment=True, filename="my-case.zip")
    copied["Content-Type"] = "application/zip"
    copied["X-Content-Type-Options"] = "nosniff"
    return copied
