"""Which files may come along with a case. Pure: no Django, no clock."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE  # one file
MOST_FILES = 8
LARGEST_IN_ALL = 25 * MEGABYTE
LONGEST_NAME = 120  # characters, with the ending

LONGEST_SIDE = 2560  # pixels of a stored picture: a street number across the road can still be read
MOST_JPEG_PIXELS = 50_000_000  # the cameras of cheap telephones; JPEG is decoded at a reduced scale
MOST_PIXELS = 25_000_000  # of other pictures, which have to be decoded whole: 100 MB for a moment

#: What is stored, by content, and the endings a file of that type may keep; the first one is ours.
ENDINGS: dict[str, tuple[str, ...]] = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "application/pdf": (".pdf",),
    "text/plain": (".txt",),
    "audio/mpeg": (".mp3",),
    "audio/mp4": (".m4a",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/wav": (".wav",),
    "audio/amr": (".amr",),
    "video/mp4": (".mp4", ".m4v"),
    "video/3gpp": (".3gp", ".3g2"),
    "video/quicktime": (".mov",),
}
#: Pictures were made anew by us, so a browser may show them in the page; everything else is downloaded.
SHOWN = ("image/jpeg", "image/png")
#: For the file field of a form: with this list a telephone sends its HEIC photos as JPEG by itself.
ACCEPT = (
    "image/jpeg,image/png,image/webp,image/gif,application/pdf,text/plain,"
    "audio/mpeg,audio/mp4,audio/ogg,audio/wav,audio/amr,video/mp4,video/3gpp,video/quicktime"
)

EMPTY = gettext_noop("%(name)s is empty. Please choose the file again; the text you typed is still here.")
TOO_LARGE = gettext_noop(
    "%(name)s is larger than %(most)s MB. Please send a smaller one; the text you typed is still here."
)
TOO_MANY = gettext_noop("These are more than %(most)s files. Please leave some out; the text you typed is still here.")
TOO_MUCH = gettext_noop(
    "Together these files are larger than %(most)s MB. Please leave some out; the text you typed is still here."
)
UNKNOWN = gettext_noop(
    "We do not know what kind of file %(name)s is. We take photos (JPEG, PNG, WebP, GIF), PDF, plain text, "
    "sound (MP3, M4A, OGG, WAV, AMR) and video (MP4, 3GP, MOV); the text you typed is still here."
)
ARCHIVE = gettext_noop(
    "%(name)s is an archive. We cannot take what we cannot look into: please send the files one by one; "
    "the text you typed is still here."
)
PROGRAM = gettext_noop(
    "%(name)s is a program or a script. We cannot take programs, because they can harm the computers here; "
    "the text you typed is still here."
)
WEB_PAGE = gettext_noop(
    "%(name)s is a web page or a drawing made of code. We cannot take those, because code can hide in them: "
    "please send a picture of it; the text you typed is still here."
)
OFFICE = gettext_noop(
    "%(name)s is an office document. We cannot take those, because programs can hide in them: "
    "please save it as PDF or send photos of it; the text you typed is still here."
)
OTHER_PICTURE = gettext_noop(
    "%(name)s is a picture of a kind that we cannot open here. Please send it as JPEG or PNG; "
    "the text you typed is still here."
)
OTHER_RECORDING = gettext_noop(
    "%(name)s is a recording of a kind that we cannot take. We take sound as MP3, M4A, OGG, WAV or AMR "
    "and video as MP4, 3GP or MOV; the text you typed is still here."
)
DAMAGED = gettext_noop(
    "%(name)s is damaged or did not arrive whole. Please choose the file again; the text you typed is still here."
)
TOO_MANY_PIXELS = gettext_noop(
    "%(name)s is a picture of more than %(most)s million points. We cannot take it: please send a smaller one; "
    "the text you typed is still here."
)
LOCKED_PDF = gettext_noop(
    "%(name)s is a locked PDF. We cannot take what we cannot look into: please save it without a password "
    "or send photos of it; the text you typed is still here."
)
ACTIVE_PDF = gettext_noop(
    "%(name)s is a PDF with a program or other files inside. We cannot take those: please print it to a new PDF "
    "or send photos of it; the text you typed is still here."
)
VIRUS = gettext_noop(
    "A virus was found in %(name)s. We cannot take it: please check the device it comes from; "
    "the text you typed is still here."
)
SCANNER_AWAY = gettext_noop(
    "Files cannot be checked for viruses at the moment. Please send your text without them and add them later; "
    "the text you typed is still here."
)


@dataclass(frozen=True)
class Cleaned:
    """A file as it may be stored: its name made safe, its type by content, its bytes without hidden data."""

    name: str
    type: str
    content: bytes


def refuse(reason: str, name: str, **params: object) -> Refused:
    """The refusal of this file, naming it as the person knows it."""
    return Refused(reason, name=tidy(name, longest=60), **params)


def may_send(sizes: Sequence[int]) -> Verdict:
    """May this many files of these sizes (bytes) come along? To be asked before they are read."""
    if len(sizes) > MOST_FILES:
        return Verdict(TOO_MANY, {"most": MOST_FILES})
    if sum(sizes) > LARGEST_IN_ALL:
        return Verdict(TOO_MUCH, {"most": LARGEST_IN_ALL // MEGABYTE})
    return YES


def tidy(name: str, longest: int = LONGEST_NAME) -> str:
    """The last part of a file's name without what could mislead: folders, line ends, marks that turn the writing."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    shown = "".join(" " if c.isspace() else c for c in last if c.isspace() or unicodedata.category(c)[0] != "C")
    shown = " ".join(shown.split()).strip(". ")
    if len(shown) > longest:
        stem, dot, ending = shown.rpartition(".")
        keep = dot + ending if stem and len(ending) < 6 else ""
        shown = shown[: longest - len(keep) - 1].rstrip() + "…" + keep
    return shown or "file"


def named(name: str, type_: str) -> str:
    """The file's name with an ending that is true, so that nothing is opened as what it is not."""
    endings, given = ENDINGS[type_], tidy(name)
    if given.lower().endswith(endings):
        return given
    stem, _, ending = given.rpartition(".")
    is_known = f".{ending.lower()}" in {e for each in ENDINGS.values() for e in each} | {".webp", ".gif", ".jpe"}
    return tidy((stem if stem and is_known else given) + endings[0])
