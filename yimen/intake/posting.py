"""Letters that leave on paper, for the mail room: the list, and one as a PDF."""

from yimen.cases.words import in_language
from yimen.cases.writing.words import DRAFT, SEAL
from yimen.intake.policies import may_post
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.verdict import gettext_noop, require
from yimen.notifications.posting import SHOWN, Letter, letter_to_post, letters_to_post, rows_to_post
from yimen.papers.rendering import pdf
from yimen.papers.rules import Paper, Part
from yimen.people.rules import Acting
from yimen.routing.town import Town

__all__ = ["SHOWN", "letters_waiting", "on_paper", "paper_letter", "rows_posting"]
TO = gettext_noop("To")


def rows_posting(by: Acting, town: Town) -> object:
    """Those that wait, to be counted; nothing for posts that do not have them."""
    return rows_to_post() if may_post(by, town) else None


def letters_waiting(by: Acting, town: Town, *, after: int = 0) -> list[Letter]:
    """Twenty and one more."""
    require(may_post(by, town))
    return letters_to_post(after)


def paper_letter(by: Acting, town: Town, pk: int) -> Letter | None:
    """This one, while it waits."""
    require(may_post(by, town))
    return letter_to_post(pk)


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
