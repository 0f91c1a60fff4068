"""A QR code as an SVG path."""

from itertools import groupby

import qrcode
from django.utils.safestring import SafeString, mark_safe
from qrcode.constants import ERROR_CORRECT_M

BORDER = 4  # modules of white around it, as the standard asks
#: Any of the eight masks can be read. Trying all of them for the most even one takes ten times as long as all the rest.
MASK = 2
#: How many bytes the smaller ones hold at this correction, by version: so it need not be tried out.
HOLDS = {3: 42, 4: 62, 5: 84, 6: 106}


def qr_code(text: str) -> SafeString:
    """The text as a picture for a camera; one unit of the drawing is one module."""
    version = next((version for version, most in HOLDS.items() if len(text.encode()) <= most), None)
    code = qrcode.QRCode(version, border=BORDER, error_correction=ERROR_CORRECT_M, mask_pattern=MASK)
    code.add_data(text, optimize=0)
    code.make(fit=version is None)
    rows = code.get_matrix()
    size = len(rows)
    path = "".join(_row(row, number) for number, row in enumerate(rows))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}mm" height="{size}mm" viewBox="0 0 {size} {size}">'
    return mark_safe(f'{svg}<path d="{path}" fill="#000" shape-rendering="crispEdges"/></svg>')  # noqa: S308 – our own


def _row(row: list[bool], y: int) -> str:
    """One bar for each run of black modules."""
    bars, x = [], 0
    for is_black, run in groupby(row):
        length = len(list(run))
        if is_black:
            bars.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return "".join(bars)
