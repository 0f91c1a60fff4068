"""Chromium with a camera and a microphone of its own invention, or one that films a drawing."""

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from tests.journeys.conftest import ARGUMENTS, PROGRAMS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: A clock that is filmed five times a second, and a beep; both are allowed without asking.
WITH_CAMERA = (
    *ARGUMENTS, "--use-fake-device-for-media-stream=fps=5", "--use-fake-ui-for-media-stream",
    "--allow-loopback-in-peer-connection",
)  # fmt: skip
PAPER, INK = "#e8f1f7", "#17608f"


@contextmanager
def with_camera(browser: "Browser", film: Path | None = None) -> Iterator["Browser"]:
    """Another browser beside this one, with a camera."""
    program = next(found for name in PROGRAMS if (found := shutil.which(name)))
    more = [f"--use-file-for-fake-video-capture={film}"] if film else []
    chromium = browser.browser_type.launch(executable_path=program, args=[*WITH_CAMERA, *more])
    try:
        yield chromium
    finally:
        chromium.close()


def drawn(at: Path, ground: str = PAPER, coat: str = INK) -> Path:
    """A film of somebody without a face, as the actors of a case's story are."""
    picture = Image.new("RGB", (640, 480), ground)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 40, 250, 300), outline=coat, width=6)
    draw.line((155, 40, 155, 300), fill=coat, width=6)
    draw.ellipse((270, 110, 430, 270), fill=coat)
    draw.rounded_rectangle((190, 295, 510, 600), radius=110, fill=coat)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90, subsampling=2)  # what Chromium reads of a film of pictures: 4:2:0
    at.write_bytes(out.getvalue() * 3)
    return at
