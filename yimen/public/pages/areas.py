"""The town's areas as a map draws them: outlines only, drawn roughly, for the browser that asks for a map."""

import gzip
import json
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from yimen.kernel.models import editions
from yimen.places.queries import gazetteer

KEPT = 600  # seconds in which a browser does not even ask; areas change once in some years
UNCHANGED = 304


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """GeoJSON, packed once for each edition of the places and then served from memory."""
    edition = editions().get("places", 0)
    tag = f'"areas-{edition:x}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=UNCHANGED)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(packed(edition), content_type="application/geo+json")
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(packed(edition)), content_type="application/geo+json")
    response["ETag"] = tag
    response["Cache-Control"] = f"public, max-age={KEPT}"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


@lru_cache(maxsize=1)
def packed(edition: int) -> bytes:
    """All of it, compressed."""
    features = [
        {"type": "Feature", "properties": {"names": names}, "geometry": geometry}
        for names, geometry in gazetteer(edition).sketch()
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)
