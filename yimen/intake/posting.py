"""Letters that leave on paper, for the mail room: the list, and one as a PDF."""

from django.db.models import OuterRef, QuerySet

from yimen.cases.words import in_language
from yimen.cases.writing.paper_letters import is_about, is_kept_from
from yimen.cases.writing.words import DRAFT, SEAL
from yimen.intake.policies import instead_of_mail_room, is_mail_room, may_post
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.models import JUST_CHANGED
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.notifications.posting import SHOWN, Letter, letters_to_post, rows_to_post
from yimen.papers.rendering import pdf
from yimen.papers.rules import Paper, Part
from yimen.people.rules import Acting
from yimen.routing.town import Town

__all__ = ["SHOWN", "letters_waiting", "on_paper", "paper_letter", "require_theirs", "rows_posting"]
TO = gettext_noop("To")


def rows_posting(by: Acting, town: Town) -> QuerySet[Letter] | None:
    """Those that wait for this post; nothing for posts that have none.

    A letter says what its case is about, and to whom it goes. So whoever must keep out of the case prints it not: what
    is about the mail room itself, or an office above it, waits for the office that answers in their place.
    """
    if not may_post(by, town):
        return None
    if is_mail_room(by, town):
        return rows_to_post().exclude(is_kept_from(by, OuterRef("case_number")))
    return rows_to_post().filter(is_about(instead_of_mail_room(by, town), OuterRef("case_number")))


def letters_waiting(by: Acting, town: Town, *, after: int = 0) -> list[Letter]:
    """Twenty and one more."""
    require(may_post(by, town))
    return letters_to_post(_theirs(by, town), after)


def paper_letter(by: Acting, town: Town, pk: int) -> Letter | None:
    """This one, with its words and its address, while it waits for this post."""
    require(may_post(by, town))
    return _theirs(by, town).filter(pk=pk).first()


def require_theirs(by: Acting, town: Town, letter: Letter) -> None:
    """Whoever prints or posts it is whom it waits for."""
    require(may_post(by, town))
    if not _theirs(by, town).filter(pk=letter.pk).exists():
        raise Refused(JUST_CHANGED)


def _theirs(by: Acting, town: Town) -> QuerySet[Letter]:
    rows = rows_posting(by, town)
    return Letter.objects.none() if rows is None else rows


def on_paper(letter: Letter, town: Town) -> bytes:
    """As it stands under the receipt, with where it goes; the receipt itself is never on it."""
    place, language = town.places.town, letter.language
    desk = town.offices.one_door([place.id] if place else [])
    at, where = letter.to_post_at or letter.at, ", ".join(line.strip() for line in letter.address.splitlines())
    paper = Paper(
        languages=(language,),
        title=(letter.title,),
        office=(name_in(desk.names, language),),
        number=str(letter.pk),
        at=at,
        day=(day_in(day_of(at), language),),
        rows=(((in_language(TO, language),), (where,)),),
        parts=(Part((), (letter.body,)),),
        seal=(in_language(SEAL, language),),
        notes=((in_language(DRAFT, language),),) if language == "bo" else (),
    )
    return pdf(paper)
