"""``unfold.py FILE FOLDER MOST LONGEST``: the pages of a PDF or a TIFF as JPEG files ``001.jpg``, ``002.jpg`` …

Beyond MOST pages it makes one more and stops, so that whoever asked sees that there are too many. LONGEST is the
longest side of a page, in points.
"""

import resource
import sys
import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from PIL import Image

MOST_MEMORY = 1 << 30  # bytes: fifteen times what a page at 200 dpi needs; a small file can unfold to far more
_POINTS_A_LETTER = 200 / 72  # 200 dpi: what an office's scanner makes


def pages_of_pdf(path: str, longest: int) -> Iterator[Image.Image]:
    """Each page drawn anew; nothing of the file but its looks comes through."""
    import pypdfium2  # noqa: PLC0415 – a TIFF needs it not

    for page in pypdfium2.PdfDocument(path):
        scale = min(_POINTS_A_LETTER, longest / max(*page.get_size(), 1))
        yield page.render(scale=scale).to_pil()


def pages_of_tiff(path: str, longest: int) -> Iterator[Image.Image]:
    """Each picture in it."""
    Image.MAX_IMAGE_PIXELS = 50_000_000
    warnings.simplefilter("error", Image.DecompressionBombWarning)  # up to twice as many would only be warned of
    with Image.open(path, formats=["TIFF"]) as whole:
        for number in range(getattr(whole, "n_frames", 1)):
            whole.seek(number)
            page = whole.convert("RGB")
            page.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            yield page


def main(path: str, folder: str, most: int, longest: int) -> None:
    """Write the pages down; whatever needs more memory than that dies alone."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with Path(path).open("rb") as file:
        is_pdf = file.read(5) == b"%PDF-"
    pages = (pages_of_pdf if is_pdf else pages_of_tiff)(path, longest)
    for number, page in enumerate(islice(pages, most + 1), 1):
        page.convert("RGB").save(Path(folder) / f"{number:03}.jpg", quality=85)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
