"""``read.py FILE TURN READER LEAST MOST``: how far a page lies askew, and what stands on it, in one line of JSON.

TURN: quarters clockwise that bring it upright. READER: "rapidocr" (Chinese, English), a language of tesseract's, or
empty. LEAST and MOST: the degrees between which a page is straightened, by jdeskew. RapidOCR and jdeskew come with
``pip install yimen[ocr]``; Tibetan is read by the program ``tesseract`` with its data ``bod``. From a photo as it is it
reads garbage, so the paper's light is made even and the letters black before.
"""

import json
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

_PAPER = 8  # the light of the paper is measured on a picture so many times smaller


def skew_of(page: Image.Image) -> float:
    """Degrees counter-clockwise that straighten it; 0 where nothing here can measure that."""
    if not find_spec("jdeskew"):
        return 0.0
    from jdeskew.estimator import get_angle  # noqa: PLC0415 – it may not be there

    return float(get_angle(np.asarray(page.convert("RGB"))))


def read_by_rapidocr(page: Image.Image) -> str:
    """Line after line, from the top."""
    from rapidocr import RapidOCR  # noqa: PLC0415 – it may not be there
    from rapidocr.utils.output import RapidOCROutput  # noqa: PLC0415 – the same

    found = RapidOCR()(np.asarray(page.convert("RGB"))[:, :, ::-1])
    assert isinstance(found, RapidOCROutput)  # noqa: S101 – for the type checker: the whole way ends in lines
    return "\n".join(found.txts or ())


def read_by_tesseract(page: Image.Image, language: str) -> str:
    """What tesseract reads on the page in black and white."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        black_and_white(page).save(path, dpi=(200, 200))
        command = ["tesseract", str(path), "-", "-l", language]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def black_and_white(page: Image.Image) -> Image.Image:
    """Divided by the light of the paper, then cut where ink and paper differ most (Otsu 1979)."""
    grey = page.convert("L")
    small = grey.resize((max(grey.width // _PAPER, 1), max(grey.height // _PAPER, 1)))
    paper = small.filter(ImageFilter.GaussianBlur(12)).resize(grey.size)
    even = np.asarray(grey, dtype=float) / np.maximum(np.asarray(paper, dtype=float), 1)
    levels = (even.clip(0, 1) * 255).astype(np.uint8)
    counts = np.bincount(levels.ravel(), minlength=256).astype(float)
    below, sums = counts.cumsum(), (counts * np.arange(256)).cumsum()
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = (sums[-1] * below - sums * below[-1]) ** 2 / (below * (below[-1] - below))
    apart[~np.isfinite(apart)] = 0
    return Image.fromarray(np.where(levels > apart.argmax(), 255, 0).astype(np.uint8))


def main(path: str, turn: int, reader: str, least: float, most: float) -> None:
    """Say it in one line."""
    with Image.open(path) as file:
        page = file.convert("RGB").rotate(-90 * turn, expand=True)
    skew = skew_of(page)
    skew = skew if least <= abs(skew) <= most else 0.0
    if skew:
        page = page.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    text = ""
    if reader == "rapidocr":
        text = read_by_rapidocr(page)
    elif reader:
        text = read_by_tesseract(page, reader)
    sys.stdout.write("\n" + json.dumps({"skew": skew, "text": text}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4]), float(sys.argv[5]))
