"""How a file is served so that it can do no harm, whatever is in it: headers and bytes, no HTTP.

It is downloaded, never run: the browser must not guess another type (nosniff), a file opened in a tab gets an
empty sandbox without scripts, other sites cannot embed it, and no cache on a shared telephone keeps it.
"""

import re
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote

from yimen.files.queries import FileFacts, open_content
from yimen.files.rules import SHOWN

_NOT_IN_A_TOKEN = re.compile(r"[^A-Za-z0-9 ._()+-]|(?<=\.)\.+")


@dataclass(frozen=True)
class Safe:
    """What a surface answers with."""

    headers: dict[str, str]
    content: BinaryIO


def served(file: FileFacts, *, in_page: bool = False) -> Safe:
    """The file as a download; ``in_page`` shows it instead, if it is a picture that we made anew."""
    is_shown = in_page and file.type in SHOWN
    return Safe(safely(file.name, file.type, file.size, in_page=is_shown), open_content(file))


def safely(name: str, type_: str, size: int, *, in_page: bool) -> dict[str, str]:
    """The headers for so many bytes of a file; ``in_page`` only for what cannot run."""
    way = "inline" if in_page else "attachment"
    charset = "; charset=utf-8" if type_ == "text/plain" else ""
    return {
        "Content-Type": type_ + charset,
        "Content-Length": str(size),
        "Content-Disposition": f"{way}; {_names(name)}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "Referrer-Policy": "no-referrer",
    }


def _names(name: str) -> str:
    """The name twice (RFC 6266): in ASCII for old browsers, and in UTF-8 (RFC 5987)."""
    plain = _NOT_IN_A_TOKEN.sub("_", name)
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
