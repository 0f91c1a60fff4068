"""How answers are packed for the way: small, and never so that a secret shows by its size."""

from typing import Any

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

from yimen.public.pages.offline.keeping import KEEP

QUALITY = 6  # a Tibetan form in two milliseconds, a tenth smaller than gzip makes it
SMALLEST = 200  # bytes; less is not worth it


class Packed(GZipMiddleware):
    """Pages that are nobody's by Brotli where the browser knows it; others by Django's gzip, which pads them.

    What a page says of somebody could be guessed by its size if it also repeats something that came in; Django adds
    some bytes at random against that. Pages that may be kept (:mod:`yimen.public.pages.offline.keeping`) have none.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Pack one answer."""
        is_nobodys = isinstance(response, HttpResponse) and KEEP in response
        if not is_nobodys or "br" not in _accepted(request) or response.has_header("Content-Encoding"):
            packed: HttpResponseBase = super().process_response(request, response)
            return packed
        assert isinstance(response, HttpResponse)  # noqa: S101 – for the type checker
        patch_vary_headers(response, ["Accept-Encoding"])
        if len(response.content) >= SMALLEST:
            response.content = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=QUALITY)
            response["Content-Encoding"] = "br"
            response["Content-Length"] = str(len(response.content))
        return response


def _accepted(request: HttpRequest) -> set[str]:
    return {part.partition(";")[0].strip() for part in request.headers.get("Accept-Encoding", "").split(",")}


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # WhiteNoise tells no types
    """Named by content, packed by gzip alone: Brotli at its best takes two seconds more when a town starts anew."""

    def create_compressor(self, **options: Any) -> Compressor:  # noqa: ANN401 – WhiteNoise's own signature
        """WhiteNoise would use Brotli as soon as it is there."""
        return Compressor(**options, use_brotli=False)
