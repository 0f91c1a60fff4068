"""Tiles of the town's own map, for whoever opens it; other pages ask for none."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yimen.public.map.own import DEEPEST, own_map, tile_of

KEPT = 7 * 24 * 60 * 60  # seconds in which a browser does not ask again; the address changes with the file
EMPTY = 204
_ADDRESS = re.compile(r"([0-9]{1,2})-([0-9]{1,8})-([0-9]{1,8})")


@require_safe
def page(request: HttpRequest, stamp: str, tile: str) -> HttpResponse:  # noqa: ARG001 – the framework's own
    """One tile, as zoom-column-row; empty where the map has nothing. ``stamp`` is another one with another file."""
    town, asked = own_map(), _ADDRESS.fullmatch(tile)
    z, x, y = map(int, asked.groups()) if asked else (DEEPEST + 1, 0, 0)
    if town is None or z > DEEPEST or max(x, y) >= 1 << z:
        raise Http404
    found = tile_of(z, x, y)
    response = HttpResponse(found or b"", content_type=town.content_type, status=200 if found else EMPTY)
    response["Cache-Control"] = f"public, max-age={KEPT}"
    return response
