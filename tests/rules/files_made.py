"""Files for the tests, made here: photos that tell where they were taken, PDF, sound, video, and hostile ones."""

import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import ExifTags, Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

SECRET = "Maker-of-Telephones-7781"
HERE = (102.9, 34.875)  # longitude, latitude


def photo(size: tuple[int, int] = (64, 48), *, kind: str = "JPEG", turned: int = 1, **options: Any) -> bytes:  # noqa: ANN401 – Pillow's own options
    """A photo, red on the left and blue on the right, with the camera's and the place's notes."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    return saved(picture, kind, exif=notes(turned), **options)


def notes(turned: int = 1) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = SECRET
    exif[ExifTags.Base.Orientation] = turned
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (IFDRational(34), IFDRational(52), IFDRational(30)),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: (IFDRational(102), IFDRational(54), IFDRational(0)),
        }
    )
    return exif.tobytes()


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:  # noqa: ANN401 – Pillow's own options
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def told(content: bytes) -> PngImagePlugin.PngInfo:
    """PNG text that tells something."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", content.decode())
    return info


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes that says it is this large."""
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, body in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 100)),
        (b"IEND", b""),
    ):
        parts.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return b"".join(parts)


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names or ("inside.txt",):
            packed.writestr(zipfile.ZipInfo(name), "hello")  # no time of day in it: a test's name is made from it
    return out.getvalue()


def pdf(*objects: bytes, trailer: bytes = b"<< /Root 1 0 R >>") -> bytes:
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    for number, each in enumerate(objects, 2):
        body += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    return body + b"trailer\n" + trailer + b"\nstartxref\n9\n%%EOF\n"


def packed_stream(inside: bytes, *, kind: bytes = b"/ObjStm") -> bytes:
    packed = zlib.compress(inside)
    head = b"<< /Type " + kind + b" /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return head + packed + b"\nendstream"


def box(kind: bytes, *inside: bytes) -> bytes:
    """A box of an ISO media file."""
    body = b"".join(inside)
    return struct.pack(">I", len(body) + 8) + kind + body


def video(*, brand: bytes = b"isom") -> bytes:
    place = box(b"udta", box(b"\xa9xyz", b"\0\x12\0\0+34.8750+102.9000/"))
    return (
        box(b"ftyp", brand, b"\0\0\2\0")
        + box(b"moov", box(b"mvhd", b"\0" * 100), box(b"trak", place), place)
        + box(b"mdat", b"moving pictures" * 20)
    )


def sound() -> dict[str, bytes]:
    """By type, the shortest recordings that are known as such."""
    return {
        "audio/mpeg": b"ID3\x04\0\0\0\0\0\0" + b"\xff\xfb\x90\0" * 40,
        "audio/ogg": b"OggS\0\2" + b"\0" * 60,
        "audio/wav": b"RIFF\x64\0\0\0WAVEfmt " + b"\0" * 60,
        "audio/amr": b"#!AMR\n" + b"\x3c\0" * 30,
        "audio/mp4": box(b"ftyp", b"M4A ", b"\0\0\0\0") + box(b"moov", box(b"mvhd", b"\0" * 100)),
    }
