"""Pictures are made anew from their points, so that nothing else of the file lives on: no camera, no place, no code."""

import io
import struct
from typing import Final

from PIL import ExifTags, Image, ImageCms

from yimen.files import rules
from yimen.files.sniffing import picture_format
from yimen.kernel.verdict import Refused

#: What Pillow raises for pictures that are broken, by accident or on purpose (warnings: where they are errors).
BROKEN: Final = (
    *(OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, AttributeError),
    *(struct.error, ZeroDivisionError, MemoryError, Warning),
)
TOO_BIG: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_MOST_SCANS = 64  # of a progressive JPEG, which has about ten: thousands of them only eat the processor's time
_START_OF_SCAN = b"\xff\xda"
_QUALITY = 85
_TURN = Image.Transpose
#: How a picture is turned upright, by the camera's note (EXIF, tag 0x0112).
_TURNS = {
    2: _TURN.FLIP_LEFT_RIGHT,
    3: _TURN.ROTATE_180,
    4: _TURN.FLIP_TOP_BOTTOM,
    5: _TURN.TRANSPOSE,
    6: _TURN.ROTATE_270,
    7: _TURN.TRANSVERSE,
    8: _TURN.ROTATE_90,
}


def made_anew(name: str, type_: str, content: bytes) -> rules.Cleaned:
    """The picture upright, in sRGB, at most 2,560 points long, as JPEG, or as PNG where it is transparent."""
    try:
        picture = _opened(name, type_, content)
        picture.load()
        turn = _turn(picture)
        picture = _in_srgb(picture)
        picture.thumbnail((rules.LONGEST_SIDE, rules.LONGEST_SIDE), Image.Resampling.LANCZOS)
        kind, fresh = _encoded(picture if turn is None else picture.transpose(turn))
    except TOO_BIG as error:
        raise _too_many(name, rules.MOST_PIXELS) from error
    except BROKEN as error:
        raise rules.refuse(rules.DAMAGED, name) from error
    return rules.Cleaned(rules.named(name, kind), kind, fresh)


def _opened(name: str, type_: str, content: bytes) -> Image.Image:
    """The picture, measured but not yet decoded; too large a one is refused here."""
    picture = Image.open(io.BytesIO(content), formats=[picture_format(type_)])
    is_jpeg = type_ == "image/jpeg"
    most = rules.MOST_JPEG_PIXELS if is_jpeg else rules.MOST_PIXELS
    if picture.width * picture.height > most:
        raise _too_many(name, most)
    if is_jpeg:
        if content.count(_START_OF_SCAN) > _MOST_SCANS:
            raise rules.refuse(rules.DAMAGED, name)
        picture.draft(None, (rules.LONGEST_SIDE, rules.LONGEST_SIDE))
    return picture


def _turn(picture: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(picture.getexif().get(ExifTags.Base.Orientation, 1))
    except BROKEN:
        return None  # an unreadable note is no reason to refuse the picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The colours as every screen shows them: transparent pictures as RGBA, all others as RGB."""
    profile = picture.info.get("icc_profile")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if picture.mode.startswith(("I", "F")):  # 16 bits a point: the upper eight are enough
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if profile and picture.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            shown = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, *BROKEN):
            shown = None  # a profile that cannot be read is left out, as browsers do
        picture = shown or picture
    picture = picture if picture.mode == mode else picture.convert(mode)
    if mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        return picture.convert("RGB")  # screenshots have an alpha channel and hide nothing behind it
    return picture


def _encoded(picture: Image.Image) -> tuple[str, bytes]:
    """The points alone, put into a new picture that knows nothing of the old one."""
    if picture.mode == "RGBA":
        content = _written(picture, "PNG", optimize=False)
        if len(content) <= rules.LARGEST:
            return "image/png", content
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture).convert("RGB")
    return "image/jpeg", _written(picture, "JPEG", quality=_QUALITY, progressive=True)


def _written(picture: Image.Image, kind: str, **options: object) -> bytes:
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, kind, **options)
    return out.getvalue()


def _too_many(name: str, most: int) -> Refused:
    return rules.refuse(rules.TOO_MANY_PIXELS, name, most=most // 1_000_000)
