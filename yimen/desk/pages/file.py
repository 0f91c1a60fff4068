"""A file that came with a case."""

from django.http import FileResponse, Http404

from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.files.queries import file_for
from yimen.files.serving import served
from yimen.kernel.verdict import Refused


@of_a_whole_case
def page(request: AtDesk, opened: Opened, file: int) -> FileResponse:  # noqa: ARG001 – the look is written already
    """A picture is shown, all else is downloaded, and nothing of it can run here. It is a look like any other."""
    found = file_for(opened.seen.case.ref, file)
    if found is None:
        raise Http404
    try:
        safe = served(found, in_page=True)
    except Refused as refused:
        raise Http404 from refused
    response = FileResponse(safe.content)
    for name, value in safe.headers.items():
        response[name] = value
    return response
