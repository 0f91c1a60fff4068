"""Whether a line at the side leads to where one is."""

from urllib.parse import parse_qsl, urlsplit

from yimen.cases.lists import Which

PAGING = frozenset({"after", "before"})


def is_at(url: str, at: str) -> bool:
    """Whether this line leads to where one is, whatever page of it. A list is also where its narrowed forms are."""
    line, here = urlsplit(url), urlsplit(at)
    asked, said = _said(line.query), _said(here.query)
    is_whole = set(asked) == {"list"}
    return line.path == here.path and (asked["list"] == said["list"] if is_whole else asked == said)


def _said(query: str) -> dict[str, str]:
    return {"list": Which.MINE.value} | {k: v for k, v in parse_qsl(query) if k not in PAGING and k != "lang"}
