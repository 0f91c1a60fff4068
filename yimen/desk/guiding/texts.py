"""The guides, from ``docs/guide``: what they are called, whom they are for, and how they read as a page."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

from yimen.people.rules import Role

#: Which roles work by a guide. Everybody may read all of them.
FOR = {
    "desk": {Role.CLERK, Role.HANDLER, Role.SUPERVISOR},
    "answers": {Role.CLERK, Role.HANDLER, Role.SUPERVISOR},
    "visit": {Role.CLERK},
    "phone": {Role.CLERK},
    "video": {Role.CLERK, Role.MEDIATOR},
    "supervisor": {Role.SUPERVISOR},
    "mediation": {Role.MEDIATOR},
    "mediation-papers": {Role.MEDIATOR},
    "area-lead": {Role.AREA_LEAD},
    "area-adviser": {Role.AREA_ADVISER},
    "legal-adviser": {Role.LEGAL_ADVISER},
    "administrator": {Role.ADMINISTRATOR},
    "resident": set[Role](),
}
#: In whose folder the guide of a language stands, and what else is read where there is none.
FOLDERS = {"zh-hans": ("zh", ""), "bo": ("zh", ""), "en": ("",)}
LANGUAGES = {"": "en", "zh": "zh-hans"}
OPENS = 1  # what markdown-it says of a token that begins something
CLASSES = {
    "h1": "govuk-heading-l",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "table": "govuk-table",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "a": "govuk-link",
}


def docs() -> Path:
    """Where the guides and their pictures are: in the repository, or in what was installed."""
    places = (settings.BASE.parent / "docs", settings.BASE / "docs")
    return next((place for place in places if (place / "guide").is_dir()), places[0])


def guides_for(role: Role) -> list[str]:
    """All guides, those of this role first."""
    return sorted(FOR, key=lambda guide: role not in FOR[guide])


def file_of(guide: str, language: str) -> tuple[Path, str]:
    """The file that whoever reads this language gets, and the language it is in."""
    folder = next((one for one in FOLDERS.get(language, ("",)) if _path(guide, one).is_file()), "")
    return _path(guide, folder), LANGUAGES[folder]


def _path(guide: str, folder: str) -> Path:
    return docs() / "guide" / folder / f"{guide}.md"


@cache
def title_of(guide: str, language: str) -> str:
    """What it is called."""
    path, _ = file_of(guide, language)
    return path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")


@cache
def page_of(guide: str, language: str) -> SafeString:
    """The guide as HTML. Its links to other guides and its pictures lead to where they are shown here."""
    path, _ = file_of(guide, language)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(path.read_text(encoding="utf-8"))
    return SafeString(markdown.renderer.render(list(_shown(tokens)), markdown.options, {}))  # our own text; HTML is off


def picture_file(name: str) -> Path | None:
    """The file of a picture, if there is such a one."""
    path = docs() / "pictures" / f"{name}.png"
    return path if path.is_file() else None


def _shown(tokens: Sequence[Token]) -> Iterator[Token]:
    leads_nowhere = 0  # links into the repository, which is not here: their words stay
    for token in tokens:
        if token.children:
            token.children = list(_shown(token.children))
        if token.nesting == OPENS and token.tag in CLASSES:
            token.attrSet("class", CLASSES[token.tag])
        if token.type == "image":
            token.attrSet("src", reverse("desk_guide_picture", args=[_stem(token.attrs["src"])]))
            token.attrSet("loading", "lazy")
        if token.type == "link_open":
            to = _leads_to(str(token.attrs["href"]))
            leads_nowhere += not to
            token.attrSet("href", to)
        if token.type in {"link_open", "link_close"} and leads_nowhere:
            leads_nowhere -= token.type == "link_close"
            continue
        yield token


def _leads_to(href: str) -> str:
    """Where the link leads here: to the same guide of another language, or to another guide of the reader's own."""
    path = PurePosixPath(href)
    if path.suffix != ".md" or path.stem not in FOR:
        return ""
    others = {"..": "en", "zh": "zh-hans"}
    other = others.get(path.parts[0]) if len(path.parts) > 1 else None
    return reverse("desk_guide", args=[path.stem]) + (f"?in={other}" if other else "")


def _stem(path: object) -> str:
    return PurePosixPath(str(path)).stem
