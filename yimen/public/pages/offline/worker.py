"""Installing: what the home screen shows, and the script that a browser runs to work without a signal."""

import json
from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw

from yimen.public.context import town_name

#: What a page needs besides itself. The files of the map and of waiting rooms are asked for when they are needed.
FILES = ("public.css", "yimen.js", "kept.js", "pocket.js", "leave.js", "suggest.js", "door.svg", "fonts/switch.woff2")
#: Pages that are kept as soon as the worker is there; their answers say that they may be (:mod:`keeping`).
PAGES = ("home", "tell", "answers", "answers-index", "serves", "follow", "about", "kept")
#: Never looked at by the worker: the desk, the pages of one's own case, and the way out.
APART = ("desk", "own", "away")
SIZE = 512  # pixels of the icon
PAPER, SKY = "#fbfaf7", "#17608f"


@require_safe
def script(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """Served from the root, or it might not see the root's pages. The names of the files change with their content."""
    shell = {
        "files": [static(f"yimen/{name}") for name in FILES],
        "folder": static("yimen/"),
        "kept": reverse("kept"),
        "tell": reverse("tell"),
        "pages": [reverse(name) for name in PAGES],
        "apart": [reverse(name) for name in APART],
    }
    brought = ", ".join(json.dumps(static(f"yimen/{name}")) for name in ("kept.js", "worker.js"))
    response = HttpResponse(f"self.SHELL = {json.dumps(shell)};\nimportScripts({brought});\n", "text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The town as an app: its name in the reader's language, its door, and no toolbar around it."""
    name = str(town_name(request)["town_name"]) or _("One door")
    told = {
        "id": "/",
        "name": name,
        "short_name": name,
        "lang": get_language(),
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static("yimen/door.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": reverse("icon"), "sizes": f"{SIZE}x{SIZE}", "type": "image/png", "purpose": "any maskable"},
        ],
    }
    response = HttpResponse(json.dumps(told, ensure_ascii=False), "application/manifest+json")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def icon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """The open door as a picture, for home screens that take no drawings; with room around it to be cut round."""
    response = HttpResponse(_door(), "image/png")
    response["Cache-Control"] = "public, max-age=604800"
    return response


def _door() -> bytes:
    scale = SIZE / 56  # door.svg is 32 wide; twelve on each side may be cut off

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [((x + 12) * scale, (y + 11) * scale) for x, y in points]

    picture = Image.new("P", (SIZE, SIZE), 0)
    picture.putpalette(bytes.fromhex(f"{PAPER}{SKY}".replace("#", "")))
    draw = ImageDraw.Draw(picture)
    line = round(2.5 * scale)
    draw.line(at((6, 29), (6, 4), (26, 4), (26, 29)), fill=1, width=line, joint="curve")
    draw.line(at((2, 29), (30, 29)), fill=1, width=line)
    draw.polygon(at((10, 4.5), (20, 8), (20, 30.5), (10, 29)), fill=1)
    (x, y), radius = at((17.3, 18.5))[0], 1.5 * scale
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
    written = BytesIO()
    picture.save(written, "PNG", optimize=True, bits=1)
    return written.getvalue()
