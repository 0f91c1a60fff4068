"""The QR code on a receipt is drawn as the standard's modules, in bars."""

import re

import pytest
import qrcode
from qrcode.constants import ERROR_CORRECT_M

from yimen.kernel.qr import BORDER, MASK, qr_code

TEXTS = ["http://localhost/follow/#7K2MP-9QXR4-HTW6C", "https://door.example.org/follow/#7K2MP-9QXR4-HTW6C", "格" * 60]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_drawn_is_what_the_library_reckons(text: str) -> None:
    code = qrcode.QRCode(border=BORDER, error_correction=ERROR_CORRECT_M, mask_pattern=MASK)
    code.add_data(text)
    wanted = {(x, y) for y, row in enumerate(code.get_matrix()) for x, black in enumerate(row) if black}
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", qr_code(text))
    drawn = {(int(x) + step, int(y)) for x, y, length, _ in bars for step in range(int(length))}
    assert drawn == wanted
    assert all(length == back for _, _, length, back in bars)
