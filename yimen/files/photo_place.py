"""Where a photo was taken, so that a surface can OFFER it as the place of the case. Nobody is asked to give it."""

import io
import math
from collections.abc import Sequence
from typing import Any

from PIL import ExifTags, Image

from yimen.files.pictures import BROKEN, TOO_BIG

_FORMATS = ("JPEG", "PNG", "WEBP")


def place_in_photo(content: bytes) -> tuple[float, float] | None:
    """Longitude and latitude in degrees (WGS 84) from the photo's own note, if it has a sound one."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            note: dict[int, Any] = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        longitude = _degrees(note[ExifTags.GPS.GPSLongitude], note[ExifTags.GPS.GPSLongitudeRef], "EW")
        latitude = _degrees(note[ExifTags.GPS.GPSLatitude], note[ExifTags.GPS.GPSLatitudeRef], "NS")
    except (*BROKEN, *TOO_BIG):
        return None
    is_sound = abs(longitude) <= 180 and abs(latitude) <= 90 and (longitude or latitude)
    return (longitude, latitude) if is_sound else None


def _degrees(parts: Sequence[Any], side: str, sides: str) -> float:
    """Degrees from degrees, minutes and seconds; west and south are negative."""
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if side not in sides or not math.isfinite(value):
        raise ValueError(side)
    return round(-value if side == sides[1] else value, 6)
