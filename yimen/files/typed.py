"""Plain text in the encodings that people's computers write, kept as UTF-8."""

import codecs
import unicodedata

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: GB18030 contains GBK and GB2312, which Chinese editors still write. It reads nearly any bytes, so it comes last.
_UNMARKED = ("utf-8", "gb18030")


def text_of(content: bytes) -> str | None:
    """The text that these bytes are, with our line ends; nothing if they are no plain text."""
    marked = [encoding for mark, encoding in _MARKED if content.startswith(mark)]
    for encoding in marked or _UNMARKED:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(_is_odd(c, encoding) for c in set(text)):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    return None


def _is_odd(character: str, encoding: str) -> bool:
    """Does no text hold this? Private characters may stand: older Tibetan texts are written in them."""
    if character in "\n\r\t\f":
        return False
    category = unicodedata.category(character)
    return category in {"Cc", "Cs"} or (category == "Cn" and encoding == "gb18030")
