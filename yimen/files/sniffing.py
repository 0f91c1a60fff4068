"""What a file is, by its bytes; its name only ever makes the answer stricter."""

import re
from dataclasses import dataclass

import filetype

from yimen.files import rules
from yimen.files.typed import text_of


@dataclass(frozen=True)
class Found:
    """The type that a file is by content, or the reason why it cannot be taken."""

    type: str = ""
    refusal: str = ""


_PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/apng": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}
_TAKEN = {
    "application/pdf": "application/pdf",
    "audio/mpeg": "audio/mpeg",
    "audio/ogg": "audio/ogg",
    "audio/x-wav": "audio/wav",
    "audio/amr": "audio/amr",
}
#: The brands of ISO media files (ISO/IEC 14496-12: bytes 4 to 8 are "ftyp", 8 to 12 the brand).
_BRANDS = (
    ((b"heic", b"heix", b"heim", b"heis", b"hev", b"mif1", b"msf1", b"avi", b"crx"), ""),
    ((b"M4A", b"M4B"), "audio/mp4"),
    ((b"3gp", b"3g2"), "video/3gpp"),
    ((b"qt",), "video/quicktime"),
    ((b"iso", b"mp4", b"avc1", b"dash", b"M4V", b"MSNV"), "video/mp4"),
)
_REFUSED = (
    (r"application/(msword|rtf|vnd\.(openxml|oasis|ms-(excel|powerpoint)))", rules.OFFICE),
    (
        r"application/(x-(msdownload|executable|shockwave|google-chrome|nintendo|rpm|deb)|wasm|postscript)",
        rules.PROGRAM,
    ),
    (r"application/(zip|gzip|zstd|vnd\.ms-cab|x-(tar|rar|bz|7z|xz|unix-ar|compress|lz|brotli))", rules.ARCHIVE),
    (r"image/", rules.OTHER_PICTURE),
    (r"(audio|video)/", rules.OTHER_RECORDING),
)
_PROGRAM_MARKS = (b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"%!PS")
_PROGRAM_ENDINGS = (
    *(".exe", ".scr", ".msi", ".apk", ".jar", ".bat", ".cmd", ".ps1", ".psm1", ".sh", ".bash", ".command"),
    *(".js", ".jse", ".mjs", ".vbs", ".vbe", ".wsf", ".wsh", ".hta", ".py", ".pl", ".rb", ".php", ".jsp"),
    *(".asp", ".aspx", ".cgi", ".reg", ".lnk", ".url", ".scf", ".inf", ".desktop"),
)
_WEB_ENDINGS = (".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml", ".svg", ".svgz", ".xml", ".xsl")
_WEB = re.compile(r"<\s*(!doctype|html|head|body|script|iframe|svg|\?xml|meta|object|embed|xsl:)", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(#!\s*/|<\?php|<%|@echo\s+off)", re.IGNORECASE)
_OFFICE_MARKS = (b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_END_OF_ZIP, _ZIP_TAIL = b"PK\x05\x06", 65_557  # a ZIP is read from its end: this mark and at most 64 KB of comment


def sniff(name: str, content: bytes) -> Found:
    """The type of these bytes, or why we cannot take them."""
    ending = name.lower().rstrip(". ")
    if ending.endswith(_PROGRAM_ENDINGS) or content.startswith(_PROGRAM_MARKS):
        return Found(refusal=rules.PROGRAM)
    if content.startswith(_OFFICE_MARKS):
        return Found(refusal=rules.OFFICE)
    if content[4:8] == b"ftyp":
        return _by_brand(content[8:12], ending)
    # Text before marks: a letter that begins with "BM" is no bitmap.
    text = None if content.startswith(b"%PDF-") else text_of(content)
    return _by_mark(content) if text is None else _by_words(ending, text)


def picture_format(type_: str) -> str:
    """Pillow's name of the format, so that it tries this one decoder only; empty for what is no picture."""
    return _PICTURES.get(type_, "")


def _by_brand(brand: bytes, ending: str) -> Found:
    for brands, type_ in _BRANDS:
        if brand.startswith(brands):
            if type_ == "video/mp4" and ending.endswith(".m4a"):
                return Found("audio/mp4")  # what telephones' recorders write
            return Found(type_) if type_ else Found(refusal=rules.OTHER_PICTURE)
    return Found(refusal=rules.OTHER_RECORDING)


def _by_mark(content: bytes) -> Found:
    kind = filetype.guess(content)
    mime = kind.mime if kind else ""
    if mime in _PICTURES:
        return Found(mime)  # made anew later, so whatever else it is does not live on
    for pattern, reason in _REFUSED:
        if mime not in _TAKEN and re.match(pattern, mime):
            return Found(refusal=reason)
    if _END_OF_ZIP in content[-_ZIP_TAIL:]:
        return Found(refusal=rules.ARCHIVE)
    return Found(_TAKEN[mime]) if mime in _TAKEN else Found(refusal=rules.UNKNOWN)


def _by_words(ending: str, text: str) -> Found:
    if _SCRIPT.match(text):
        return Found(refusal=rules.PROGRAM)
    if ending.endswith(_WEB_ENDINGS) or _WEB.search(text[:4096]):
        return Found(refusal=rules.WEB_PAGE)
    return Found("text/plain")
