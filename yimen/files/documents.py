"""PDF, which cannot be made anew here: a look at its bones, refusals for what is locked or alive, then as it is.

This is no proof of harmlessness, and nothing relies on it: a PDF is only ever downloaded, never shown in our pages
(``serving.py``). It turns away the usual carriers — scripts, programs to launch, files inside — also where their
names are spelled in hexadecimal (``/J#61vaScript``) or packed into an object stream.
"""

import re
import zlib

from yimen.files import rules

_ALIVE = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)\b")
_LOCKED = re.compile(rb"/Encrypt\b")
_HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1024  # bytes before a stream that may tell what it is
_TAIL = 2048
_MOST_INFLATED = 64 * rules.MEGABYTE  # of all object streams together, and
_MOST_STREAMS = 50_000  # so many streams: what is beyond is not looked into but refused


def checked_pdf(name: str, content: bytes) -> rules.Cleaned:
    """The same bytes, if they are a whole PDF without a lock and without anything that runs."""
    if b" obj" not in content or b"startxref" not in content[-_TAIL:] or b"%%EOF" not in content[-_TAIL:]:
        raise rules.refuse(rules.DAMAGED, name)
    if _LOCKED.search(content):
        raise rules.refuse(rules.LOCKED_PDF, name)
    if _is_alive(content) or _has_living_objects(content):
        raise rules.refuse(rules.ACTIVE_PDF, name)
    return rules.Cleaned(rules.named(name, "application/pdf"), "application/pdf", content)


def _spelled_out(part: bytes) -> bytes:
    return _HEX_IN_NAME.sub(lambda found: bytes([int(found[1], 16)]), part)


def _is_alive(part: bytes) -> bool:
    return bool(_ALIVE.search(_spelled_out(part)))


def _has_living_objects(content: bytes) -> bool:
    """Look into the object streams, where newer PDFs keep their dictionaries compressed."""
    packed = inflated = 0
    for number, start in enumerate(_STREAM.finditer(content)):
        dictionary = content[max(0, start.start() - _DICTIONARY) : start.start()].rpartition(b" obj")[2]
        if number > _MOST_STREAMS:
            return True
        if b"ObjStm" not in _spelled_out(dictionary):
            continue
        end = content.find(b"endstream", start.end())
        packed += end - start.end()
        if end < 0 or packed > len(content):  # streams inside one another, only made to keep us busy
            return True
        objects = _inflated(content[start.end() : end], _MOST_INFLATED - inflated)
        inflated += len(objects)
        if not objects or inflated >= _MOST_INFLATED or _is_alive(objects):
            return True
    return False


def _inflated(packed: bytes, most: int) -> bytes:
    """At most so many bytes; nothing if it is packed in another way than all common programs do."""
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
