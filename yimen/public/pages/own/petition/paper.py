"""An opinion or a notice of one's own case, as a paper."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse

from yimen.cases.queries import Case
from yimen.cases.story import story_of
from yimen.cases.writing.papers import paper_file
from yimen.papers.serving import headers_of
from yimen.public.here import with_receipt
from yimen.routing.town import the_town


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime, number: int, languages: str) -> HttpResponse:  # noqa: ARG001
    """Made on the spot, in one language or in two side by side; nobody is told that it was fetched."""
    town = the_town()
    found = paper_file(case, story_of(case, town), town, number, languages)
    if found is None:
        raise Http404
    return HttpResponse(found, headers=headers_of(f"{case.pk}-{number}"))
