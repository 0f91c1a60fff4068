"""The cast of the tests: a small invented town, its staff and its cases, all made by the real verbs.

``make.town()`` is there at once after the first time (its rows are kept in memory and put back); whoever asks for a
post or a case gets the town along. Times are always given; ``MONDAY`` is an ordinary working day.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from tests.make_town import set_up_town
from yimen.cases.models import Case
from yimen.cases.reacting import move_on
from yimen.cases.rules import Outcome, Satisfied, Solved, Way
from yimen.cases.submission import Submission
from yimen.cases.verbs import (
    Answer,
    Judgement,
    Receipt,
    accept_case,
    answer_case,
    ask_resident,
    hand_over_case,
    object_to_case,
    rate_case,
    submit_case,
)
from yimen.files.hygiene import clean
from yimen.files.store import Placed, put
from yimen.journal.reacting import react
from yimen.kernel.clock import day_of
from yimen.kernel.models import editions
from yimen.kernel.receipts import new_nonce
from yimen.people.models import Post, Staff
from yimen.people.queries import posts_of
from yimen.people.rules import Acting, Clock, Operator, Resident
from yimen.reactions import REACTIONS
from yimen.routing.queries import CategoryFacts
from yimen.routing.town import Town, the_town

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = MONDAY + timedelta(hours=2)
CLOCK, OPERATOR = Clock(), Operator()

#: A broken lamp: a hotline order of the urban management; its pole stands in the first area.
LAMP = "urban.lighting"
#: A point inside each area: east, north.
IN_AREA = {"KS01A": (102.905, 34.905), "KS01B": (102.915, 34.905), "KS02A": (102.925, 34.905)}


def town() -> Town:
    """Kelsang in small: two townships, a village, three areas; the pack "cn"; every department at the town."""
    if not editions():
        set_up_town(MONDAY - timedelta(days=400))
    return the_town()


def posted(code: str, at: datetime = MONDAY) -> Acting:
    """Whoever holds the post with this code ("urban-handler")."""
    town()
    staff = Staff.objects.get(username=code)
    return posts_of(staff.pk, day_of(at))[0]


def posted_at(office_id: int) -> Acting:
    """The clerk of this service desk."""
    return posted(Post.objects.get(office_id=office_id, role="clerk").code)


def clerk() -> Acting:
    """A clerk at the town's one door."""
    return posted("one-door-clerk")


def handler(office: str = "urban") -> Acting:
    """A handler in a department of the town, by its function; "township-office-1" is that of the first township."""
    return posted(f"{office}-handler")


def supervisor(office: str = "town-office") -> Acting:
    """The supervisor of the whole town, or of one department or township."""
    return posted(f"{office}-supervisor")


def administrator() -> Acting:
    """Sets up the town; opens no case."""
    return posted("town-office-administrator")


def mediator() -> Acting:
    """Sits in the justice department; opens no case of the desk."""
    return posted("justice-mediator")


def area_lead() -> Acting:
    """Serves the first area; opens no case of the desk."""
    return posted("village-committee-area_lead")


def resident(case: Case) -> Resident:
    """Whoever holds the receipt of this case."""
    return Resident(case_id=case.pk)


def office_code(acting: Acting) -> str:
    """The code of the office this post sits in."""
    return town().offices.by_id[acting.office_id].code


def leaf(procedure: str, *, unlike: Iterable[str] = ()) -> CategoryFacts:
    """The pack's first category that takes this road ("hotline", "petition")."""
    leaves = (c for c in town().catalogue.by_id.values() if c.procedure_code == procedure and c.code not in unlike)
    return next(leaves)


def sent(**fields: Any) -> Submission:  # noqa: ANN401 – any field of a submission
    """What a resident sends from the web: a broken lamp in the first area."""
    east, north = IN_AREA["KS01A"]
    usual: dict[str, Any] = {
        "nonce": new_nonce(),
        "words": "The street lamp at the bridge is dark.",
        "language": "zh-hans",
        "category": LAMP,
        "longitude": east,
        "latitude": north,
        "tell": Way.HERE,
    }
    return Submission(**usual | fields)


def file(content: bytes = b"The lamp is dark.", name: str = "note.txt") -> Placed:
    """A file as it goes along with a case: cleaned, and its bytes on the disk."""
    return put(clean(name, content))


def receipt(*, at: datetime = MONDAY, **fields: Any) -> Receipt:  # noqa: ANN401 – any field of a submission
    """A case as its resident gets it: with the receipt's code."""
    town()
    return submit_case(by=Resident(case_id=0), sent=sent(**fields), at=at)


def case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401 – any field of a submission
    """A new case: received, in the urban management unless its fields say otherwise."""
    return fresh(receipt(at=at, **fields).case)


def open_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """A case whose category was left open: with the clerk at the one door of the town."""
    return case(at=at, **{"category": "", "longitude": None, "latitude": None} | fields)


def petition(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """A case on the road of petitions: a notice within its limit, a written opinion with all parts."""
    return case(at=at, category=leaf("petition").code, **fields)


def holder(case: Case) -> Acting:
    """A handler (at the one door: the clerk) in the office that holds the case."""
    office = town().offices.by_id[case.office_id]
    posts = Post.objects.filter(office_id=office.id, role__in=["handler", "clerk"]).order_by("id")
    return posted(posts[0].code)


def accepted_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """The office says: this is ours."""
    made = case(at=at, **fields)
    accept_case(by=holder(made), case=made, at=at)
    return made


def asked_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """It is the resident's turn."""
    made = accepted_case(at=at, **fields)
    ask_resident(by=holder(made), case=made, question="Which side of the bridge?", at=at)
    return made


def handed_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """The urban management handed the lamp to housing."""
    made = case(at=at, **fields)
    hand_over_case(by=holder(made), case=made, to_office="KS-housing", reason="The lamp belongs to a house.", at=at)
    return made


def objected_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """Housing says the lamp is not theirs; the town decides."""
    made = handed_case(at=at, **fields)
    object_to_case(by=handler("housing"), case=made, reason="The lamp stands on the street.", at=at)
    return made


def answered_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """The lamp burns again; now the resident may rate it."""
    made = accepted_case(at=at, **fields)
    give_answer(made, at=at)
    return made


def answered(case: Case, *, at: datetime) -> None:
    """A case that has just come in is accepted and answered."""
    made = fresh(case)
    accept_case(by=holder(made), case=made, at=at)
    give_answer(made, at=at)


def give_answer(case: Case, *, at: datetime) -> None:
    """The office that has it says that the lamp burns again."""
    answer = Answer(Outcome.DONE, "The lamp burns again.", claims="Light.", facts="A broken bulb.", basis="Art. 1")
    answer_case(by=holder(case), case=case, answer=answer, at=at)


def closed_case(*, at: datetime = MONDAY, **fields: Any) -> Case:  # noqa: ANN401
    """Rated, and therefore closed."""
    made = answered_case(at=at, **fields)
    rate_case(by=resident(made), case=made, rating=Judgement(Solved.YES, Satisfied.YES, visits=0), at=at)
    return made


def moved_dates(at: datetime = LATER) -> None:
    """What the worker does after the calendar changed, to its end."""
    react(REACTIONS, at)
    while move_on(at):
        pass


def fresh(case: Case) -> Case:
    """The case as somebody else reads it now."""
    now: Case = Case.objects.select_related("office").get(pk=case.pk)
    return now


def signed_in(client: Client, acting: Acting) -> Client:
    """This browser, signed in as whoever holds the post, and acting from it."""
    client.force_login(Staff.objects.get(pk=acting.staff_id))
    session = client.session
    session["post"] = acting.post_id
    session.save()
    return client
