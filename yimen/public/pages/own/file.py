"""A file of one's own case."""

from datetime import datetime

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from yimen.cases.queries import Case
from yimen.files.queries import file_for
from yimen.files.serving import served
from yimen.kernel.verdict import Refused
from yimen.public.here import with_receipt
from yimen.public.saying import said


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime, pk: int) -> HttpResponseBase:  # noqa: ARG001
    """Downloaded, never run; pictures may be looked at in the browser."""
    file = file_for(case.ref, pk)
    if file is None:
        raise Http404
    try:
        safe = served(file, in_page=file.is_picture)
    except Refused as refusal:
        raise Http404(said(refusal)) from refusal
    return FileResponse(safe.content, headers=safe.headers)
