"""People whose circumstances count, not their post alone: away, standing in, standing aside, asked for a part.

Each is made from the crowd's own cases by the real verbs, on the day on which pages are asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests import make, make_colleagues
from tests.house.who_sees_what import Viewer
from tests.pages.access.crowd import Somebody, Thing, at_a_browser, one_of
from yimen.cases.verbs import accept_case, answer_enquiry, ask_adviser, ask_office, mend_kind, stand_aside
from yimen.kernel import clock
from yimen.people.queries import acting_as
from yimen.people.rules import Acting, Role
from yimen.routing.rules import Kind


@dataclass(frozen=True)
class Made:
    """Somebody, the post they stand in the crowd like, and how they stand to single cases otherwise."""

    acting: Acting
    like: str
    but: Mapping[str, Viewer] = field(default_factory=dict)
    besides: tuple[str, ...] = ()  # cases that they are like their post to, tried along with those

    def tries(self, thing: Thing) -> bool:
        """Is this one of the cases for which the circumstances count? (Lists could show any of them.)"""
        return thing.code in {*self.but, *self.besides}


def _away(holder: Acting, stand_in: Acting, at: datetime | None = None) -> Acting:
    """The holder is on leave for five days, mostly from today on; the post as whoever stands in acts from it."""
    at = at or clock.now()
    make_colleagues.on_leave(holder, stand_in, at=at)
    found = acting_as(stand_in.staff_id, holder.post_id, clock.day_of(at))
    assert found is not None
    assert found.stands_in
    return found


def _on_leave(_: list[Thing]) -> Made:
    """A handler of the urban management; the lamp is with their office, and not with them."""
    holder = make_colleagues.colleague("away")
    _away(holder, make.handler())
    return Made(holder, "on-leave", besides=("lamp",))


def _in_for_a_handler(_: list[Thing]) -> Made:
    """Somebody of the market office in a post of housing."""
    return Made(_away(make.handler("housing"), make.handler("market")), "housing-handler", besides=("handed", "lamp"))


def _stood_in(_: list[Thing]) -> Made:
    """The same, and the leave is over: their browser still says that they act from there."""
    before = clock.now() - timedelta(days=9)
    return Made(_away(make.handler("housing"), make.handler("market"), before), "market-handler", besides=("handed",))


def _in_for_the_superior(_: list[Thing]) -> Made:
    """The head of the accused office sits in the chair of whoever decides about it, and still reads nothing of it."""
    acting = _away(make.supervisor(), make.supervisor("urban"))
    return Made(acting, "town-office-supervisor", {"accusing": Viewer.ELSEWHERE}, ("lamp",))


def _aside(foreign: list[Thing]) -> Made:
    """A handler who has said that the lamp is their brother's; everything else of the office is still theirs."""
    acting = make_colleagues.colleague("aside")
    lamp = one_of(foreign, "lamp").case
    stand_aside(by=acting, case=make.fresh(lamp), why="My brother.", at=make.LATER)
    return Made(acting, "urban-handler", {"lamp": Viewer.ELSEWHERE})


def _aside_in_for_another(foreign: list[Thing]) -> Made:
    """They stand in for a colleague too: a recusal is a person's, and goes with them from chair to chair."""
    acting = _aside(foreign).acting
    return Made(_away(make.handler(), acting), "urban-handler", {"lamp": Viewer.ELSEWHERE})


def _asked(foreign: list[Thing]) -> Made:
    """The market office was asked for its part of the lamp, and has not given it yet."""
    lamp, by = one_of(foreign, "lamp").case, make.handler()
    accept_case(by=by, case=make.fresh(lamp), at=make.LATER)
    ask_office(by=by, case=make.fresh(lamp), office="KS-market", question="Whose stall is it?", at=make.LATER)
    return Made(make.handler("market"), "market-handler", {"lamp": Viewer.ASKED})


def _gave_its_part(foreign: list[Thing]) -> Made:
    """Done with it, the office sees what came of it and no more."""
    acting = _asked(foreign).acting
    enquiry = one_of(foreign, "lamp").case.enquiries.get()
    answer_enquiry(by=acting, enquiry=enquiry, text="It is nobody's.", at=make.LATER)
    return Made(acting, "market-handler", {"lamp": Viewer.HANDED_ON})


def _asked_and_aside(foreign: list[Thing]) -> Made:
    """Whoever gives the part for their office has an interest in the lamp: it is a colleague's to answer."""
    acting = _asked(foreign).acting
    case = make.fresh(one_of(foreign, "lamp").case)
    stand_aside(by=acting, case=case, why="My stall.", at=make.LATER)
    return Made(acting, "market-handler", {"lamp": Viewer.ELSEWHERE})


def _asked_and_accused(foreign: list[Thing]) -> Made:
    """The case turns out to be about the office that was asked for its part of it: it never sees it again."""
    acting = _asked(foreign).acting
    case = make.fresh(one_of(foreign, "lamp").case)
    mend_kind(
        by=make.handler(), case=case, kind=Kind.FAULT, category=make.LAMP, about_office="KS-market", at=make.LATER
    )
    return Made(acting, "market-handler", {"lamp": Viewer.ELSEWHERE})


def _asked_for_advice(foreign: list[Thing]) -> Made:
    """An area adviser reads the question that an office put, and nothing of the case."""
    adviser = make_colleagues.colleague("advises", "village-committee", Role.AREA_ADVISER, "KS0101")
    lamp, by = one_of(foreign, "lamp").case, make.handler()
    accept_case(by=by, case=make.fresh(lamp), at=make.LATER)
    ask_adviser(by=by, case=make.fresh(lamp), post_id=adviser.post_id, question="Is it dark?", at=make.LATER)
    return Made(adviser, "advises-area_adviser", besides=("lamp",))


CIRCUMSTANCES: dict[str, Callable[[list[Thing]], Made]] = {
    "on leave": _on_leave,
    "standing in for a handler": _in_for_a_handler,
    "stood in until last week": _stood_in,
    "standing in above their own accused office": _in_for_the_superior,
    "standing aside": _aside,
    "standing aside, and in for a colleague": _aside_in_for_another,
    "asked for a part": _asked,
    "asked for a part, and aside": _asked_and_aside,
    "asked for a part, and accused": _asked_and_accused,
    "gave a part": _gave_its_part,
    "asked for advice": _asked_for_advice,
}


def in_circumstances(what: str, foreign: list[Thing]) -> tuple[Somebody, list[Thing]]:
    """Whoever it is, at a browser of their own; and the cases to be tried."""
    made = CIRCUMSTANCES[what](foreign)
    tried = [thing for thing in foreign if made.tries(thing)]
    return at_a_browser(made.acting, made.like, foreign, made.but), tried
