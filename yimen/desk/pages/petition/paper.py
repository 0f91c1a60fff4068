"""An opinion or a notice as a paper, to print, to seal and to send."""

from django.http import Http404, HttpResponse

from yimen.cases.writing.papers import paper_file
from yimen.desk.acting import AtDesk
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.papers.serving import headers_of


@of_a_whole_case
def page(request: AtDesk, opened: Opened, number: int, languages: str) -> HttpResponse:  # noqa: ARG001
    """It is a look like any other."""
    case = opened.seen.case
    found = paper_file(case, opened.story, opened.town, number, languages)
    if found is None:
        raise Http404
    return HttpResponse(found, headers=headers_of(f"{case.pk}-{number}"))
