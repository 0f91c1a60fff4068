"""Sound and video stay as they are, except that a video does not tell where it was taken."""

from collections.abc import Iterator

from yimen.files import rules

#: ISO media boxes that hold other boxes on the way to the notes (ISO/IEC 14496-12).
_FOLDERS = (b"moov", b"trak", b"mdia", b"minf")
#: Notes: user data with the place (``©xyz``, ``loci``) and the camera, metadata, XMP.
_NOTES = (b"udta", b"meta", b"uuid")
_HEAD, _LONG_HEAD = 8, 16
_DEEPEST = 6


def without_notes(name: str, type_: str, content: bytes) -> rules.Cleaned:
    """The recording with its notes overwritten by zeros; the sizes stay, so that it plays as before."""
    if type_ in {"audio/mp4", "video/mp4", "video/3gpp", "video/quicktime"}:
        fresh = bytearray(content)
        try:
            for start, head, end in list(_notes(content, 0, len(content), 0)):
                fresh[start + 4 : start + 8] = b"free"
                fresh[start + head : end] = bytes(end - start - head)
        except ValueError as error:
            raise rules.refuse(rules.DAMAGED, name) from error
        content = bytes(fresh)
    return rules.Cleaned(rules.named(name, type_), type_, content)


def _notes(content: bytes, start: int, end: int, depth: int) -> Iterator[tuple[int, int, int]]:
    """Where the boxes with notes begin, how long their head is, and where they end."""
    while start + _HEAD <= end:
        size, kind, head = int.from_bytes(content[start : start + 4]), content[start + 4 : start + 8], _HEAD
        if size == 1:
            size, head = int.from_bytes(content[start + _HEAD : start + _LONG_HEAD]), _LONG_HEAD
        stop = start + size if size else end
        if stop > end or stop < start + head:
            raise ValueError(kind)
        if kind in _NOTES:
            yield start, head, stop
        elif kind in _FOLDERS and depth < _DEEPEST:
            yield from _notes(content, start + head, stop, depth + 1)
        start = stop
