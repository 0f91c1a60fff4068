"""Bytes of any charset, and HTML, as plain text."""

import re
from html import unescape

import nh3

#: Charsets that are decoded under the name a mail gives them. Python knows others, some of which take for ever.
_KNOWN = re.compile(
    r"utf-?(8|16|32)(-?[lb]e)?|(us-)?ascii|latin-?1|(x-)?gb[k0-9_-]*|cp936|hz(-gb-2312)?|big5(-?hkscs)?|iso-?8859-?\d{1,2}"
    r"|(windows|cp)-?125\d|koi8-?[rut]|euc-?(jp|kr|cn|tw)|iso-?2022-?(jp|kr)(-\d)?|shift[-_]?jis|tis-?620"
)
_CHINESE = re.compile(r"(x-)?gb[k0-9_-]*|cp936|euc-?cn")  # whatever is said, GB 18030 holds all of it
_LONGEST_HTML = 1_000_000
#: Written by hand or by a program for people, none has so many; tags in one another by the ten thousand take minutes.
_MOST_TAGS = 10_000
_ANY_TAG = re.compile(r"<[^<>]{0,500}>")
_KEPT = {"p", "br", "div", "li", "tr", "td", "blockquote", "h1", "h2", "h3", "h4", "pre", "ul", "ol", "table"}
_GONE = {"script", "style", "title", "head"}
_QUOTE = re.compile(r"<blockquote>((?:(?!</?blockquote>).)*)</blockquote>", re.DOTALL)
_CELL, _END = re.compile(r"</td>\s*"), re.compile(r"\s*(?:<br>|</(?:p|div|li|tr|h\d|pre|ul|ol|table)>)[ \t]*")
_PARAGRAPH, _TAG, _LINES = re.compile(r"<(p|h\d)>"), re.compile(r"</?[a-z0-9]+>"), re.compile(r"\n{3,}")
_DEEPEST = 12


def decoded(content: bytes, charset: str = "") -> str:
    """The text, in the charset that is said if that is true, else in the one that it must be."""
    for name in dict.fromkeys([_python_name(charset), "utf-8", "gb18030"]):
        try:
            return content.decode(name) if name else content.decode("utf-8")
        except (UnicodeError, LookupError):
            continue
    try:
        return content.decode(_python_name(charset) or "utf-8", "replace")
    except (UnicodeError, LookupError):
        return content.decode("utf-8", "replace")


def _python_name(charset: str) -> str:
    name = charset.strip().strip("\"'").lower()
    if not _KNOWN.fullmatch(name):
        return ""
    return "gb18030" if _CHINESE.fullmatch(name) else name


def from_html(html: str) -> str:
    """What a reader would see, as text: no script, no picture, no link; what is quoted begins with "> "."""
    html = html[:_LONGEST_HTML]
    if html.count("<") > _MOST_TAGS:
        return unescape(" ".join(_ANY_TAG.sub(" ", html).split()))
    clean = nh3.clean(html, tags=_KEPT, clean_content_tags=_GONE, attributes={}, link_rel=None, strip_comments=True)
    clean = " ".join(clean.split())
    for _ in range(_DEEPEST):
        clean, found = _QUOTE.subn(lambda quote: "<br>" + _quoted(_as_lines(quote[1])) + "<br>", clean)
        if not found:
            break
    return unescape(_as_lines(clean)).replace("\xa0", " ").strip()


def _as_lines(clean: str) -> str:
    text = _END.sub("\n", _PARAGRAPH.sub("\n", _CELL.sub(" ", clean)))
    lines = [line.strip() for line in _TAG.sub("", text).split("\n")]
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def _quoted(text: str) -> str:
    """Each line marked, with a break that the next round turns into a line again."""
    return "<br>".join(f"&gt; {line}" for line in text.split("\n"))
