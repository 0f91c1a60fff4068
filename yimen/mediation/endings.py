"""How a mediation ends, and the other roads that are told then. Pure: no Django, no clock."""

from enum import StrEnum

from yimen.mediation.rules import Kind


class Ending(StrEnum):
    """Why it ended."""

    REFUSED = "refused"  # a side does not want to mediate
    NO_ANSWER = "no_answer"  # whoever was asked has not answered, and no answer is no consent
    LEFT = "left"  # a side has left
    UNSUITABLE = "unsuitable"  # a side is not safe or not free; only the mediator knows
    NOT_AGREED = "not_agreed"
    TIME_OVER = "time_over"
    PERFORMED = "performed"
    PARTLY = "partly"
    NOT_PERFORMED = "not_performed"


AFTER_AGREEMENT = frozenset({Ending.PERFORMED, Ending.PARTLY, Ending.NOT_PERFORMED})
#: What a mediator may give as the reason when they end it themselves.
BY_MEDIATOR = frozenset({Ending.NOT_AGREED, Ending.UNSUITABLE})


class Route(StrEnum):
    """Another road that stays open (art. 26)."""

    COURT = "court"
    ARBITRATION = "arbitration"  # of labour disputes
    AUTHORITY = "authority"  # the office whose duty the matter is
    LEGAL_AID = "legal_aid"
    PROTECTION = "protection"  # if somebody is in danger
    CONFIRMATION = "confirmation"  # of an agreement, by a court, within thirty days (art. 33)


_WITH_AUTHORITY = frozenset({
    Kind.LAND, Kind.REQUISITION, Kind.ENVIRONMENT, Kind.CONSUMER, Kind.MEDICAL, Kind.TRAFFIC, Kind.TOURISM,
    Kind.IDEAS, Kind.HOUSING,
})  # fmt: skip


def routes_of(kind: Kind, ending: Ending) -> tuple[Route, ...]:
    """The other roads that both sides are told of when it ends; there is always one."""
    found = [Route.COURT]
    if kind is Kind.LABOUR:
        found.insert(0, Route.ARBITRATION)
    if kind in _WITH_AUTHORITY:
        found.append(Route.AUTHORITY)
    found.append(Route.LEGAL_AID)
    if ending not in AFTER_AGREEMENT and kind is Kind.FAMILY:  # told to all alike, so that it betrays nobody
        found.append(Route.PROTECTION)
    return tuple(found)


def told(ending: Ending) -> Ending:
    """The reason as the sides read it: that somebody was not safe is told to nobody but the mediator."""
    return Ending.NOT_AGREED if ending is Ending.UNSUITABLE else ending
