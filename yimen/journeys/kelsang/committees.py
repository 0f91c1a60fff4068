"""The invented town's mediation committees: at the town, in each township and village, where mediators have posts."""

from datetime import datetime

from yimen.deadlines.rules import months_later
from yimen.kernel.clock import day_of
from yimen.mediation.committees.listing import committees
from yimen.mediation.committees.rules import Level, is_complete
from yimen.mediation.verbs import CommitteePlan, Term, seat_member, set_up_committee
from yimen.people.posts import posts_of_office
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Operator, Role
from yimen.routing.town import the_town

_NAMES = {"zh-hans": "{}人民调解委员会", "en": "{} mediation committee", "bo": "{} མི་དམངས་འདུམ་འགྲིག་ཨུ་ཡོན་ལྷན་ཁང་།"}
_LEVELS = {"town": Level.TOWN, "township": Level.TOWNSHIP, "village": Level.VILLAGE}
TERM = 36  # months


def invent_committees(at: datetime) -> None:
    """One for each office in which mediators have posts; the first of them heads it. Again, nothing is twice."""
    town, on, by = the_town(), day_of(at), Operator()
    there = {one.code for one in committees(on)}
    for office in town.offices.by_id.values():
        code = f"{office.code}-mediation"
        posts = [post for post in posts_of_office(office.id, on) if post.role is Role.MEDIATOR]
        if not posts or code in there:
            continue
        plan = _plan(code, office, composed_well=bool(is_complete(len(posts))))
        made = set_up_committee(by=by, plan=plan, at=at)
        for number, post in enumerate(posts):
            term = Term(post.id, on, months_later(on, TERM), is_head=number == 0)
            seat_member(by=by, committee=made, term=term, at=at)


def _plan(code: str, office: OfficeFacts, *, composed_well: bool) -> CommitteePlan:
    place = the_town().places.by_id[office.place_id].names
    names = {language: words.format(place.get(language, "")) for language, words in _NAMES.items()}
    level, sign = _LEVELS[office.place_level], place["zh-hans"][0]
    return CommitteePlan(code, level, office.id, names, sign, composed_well=composed_well)
