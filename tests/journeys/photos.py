"""A photo as telephones take it: with the place where, and the device with which, it was taken."""

import io

from PIL import Image

GPS, CAMERA = 0x8825, 0x0110


def photo() -> bytes:
    """A JPEG that says where it was taken, and with what."""
    picture = Image.new("RGB", (640, 480), (40, 60, 90))
    exif = picture.getexif()
    exif[CAMERA] = "Invented telephone"
    exif[GPS] = {1: "N", 2: (34.0, 54.0, 18.0), 3: "E", 4: (102.0, 54.0, 0.0)}
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def told_by(content: bytes) -> dict[int, object]:
    """What a picture tells besides what is seen: empty for one that keeps its secrets."""
    exif = Image.open(io.BytesIO(content)).getexif()
    return {**exif, **exif.get_ifd(GPS)}
