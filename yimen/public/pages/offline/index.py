"""The town's questions as one small file, so that a browser can compare what somebody writes without telling anybody.

Only entries of the knowledge base are in it. Of cases nothing is public but suppressed figures by office; what others
have brought can therefore not be suggested, not even as a number for a place (docs/adr/0033).
"""

import gzip
import json
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from yimen.kernel.languages import name_in
from yimen.kernel.models import editions
from yimen.knowledge.queries import EntryFacts, entries
from yimen.public.here import language_of
from yimen.public.pages.offline.keeping import kept_offline

MOST = 10_000  # bytes, packed: five seconds on a bad connection
BODIES = (240, 120, 60, 0)  # so many signs of each answer, as long as all questions fit
UNCHANGED = 304
KEPT = 600  # seconds in which a browser does not ask again


@kept_offline
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """JSON: number, category, question and the beginning of the answer. Packed once an edition and language."""
    edition, reader = editions().get("knowledge", 0), language_of(request)
    tag = f'"answers-{edition:x}-{reader}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=UNCHANGED)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(packed(edition, reader), content_type="application/json")
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(packed(edition, reader)), content_type="application/json")
    response["ETag"] = tag
    response["Cache-Control"] = f"public, max-age={KEPT}"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


@lru_cache(maxsize=8)
def packed(edition: int, reader: str) -> bytes:
    """As much of every answer as fits; of more questions than fit, those that were written last."""
    known = sorted(entries(edition).values(), key=lambda entry: entry.at, reverse=True)
    for body in BODIES:
        if len(whole := _packed(known, reader, body)) <= MOST:
            return whole
    while len(whole := _packed(known, reader, 0)) > MOST:
        known = known[: len(known) * 9 // 10]
    return whole


def _packed(known: list[EntryFacts], reader: str, body: int) -> bytes:
    rows = []
    for entry in known:
        titles = {language: said["title"] for language, said in entry.words.items()}
        bodies = {language: said["body"] for language, said in entry.words.items()}
        title = name_in(titles, reader)
        row = [entry.id, entry.category, title]
        if body:  # somebody may read Tibetan here and write Chinese: the other titles are compared, too
            row.append(
                " ".join([name_in(bodies, reader)[:body], *(other for other in titles.values() if other != title)])
            )
        rows.append(row)
    return gzip.compress(json.dumps({"entries": rows}, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)
