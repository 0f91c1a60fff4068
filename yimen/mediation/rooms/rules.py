"""Which rooms a mediation has, what is kept in each, and who may be in it. Pure: no Django, no clock.

:data:`SEES` is the one table of who sees what; the documents and the tests are made from it.
"""

from enum import StrEnum

JOINT, OWN, MEDIATORS = "joint", "side-", "mediator"


def own_room(side: int) -> str:
    """The room of one side: what it tells the mediator, and what the mediator tells it."""
    return f"{OWN}{side}"


class Part(StrEnum):
    """What there is to see of a mediation."""

    STATE = "that it is under way, agreed or not agreed"
    COVER = "number, type, how it began, where it stands, its days"
    NAMES = "the names of the sides"
    COMPANY = "who comes with a side, and as what"
    SUMMARY = "the mediator’s summary of what is asked"
    JOINT_WORDS = "what was said to all: messages, records, proposals, disclosures"
    AGREEMENT = "the agreement, its text and its signatures"
    SITTINGS = "when and where all meet, or could"
    OWN_WORDS = "what the reader’s own side told the mediator alone, and the answers"
    OTHER_WORDS = "what another side told the mediator alone, and the answers"
    MEDIATORS_WORDS = "the mediator’s own notes, and what they found when hearing a side alone"
    OWN_TIMES = "when the reader’s own side can come"
    OTHER_TIMES = "when another side can come"
    ADDRESSES = "how the sides are told: e-mail or telephone"


class Reader(StrEnum):
    """Who asks."""

    SIDE = "a side, with its code"
    ACTING = "its guardian or representative, with their code"
    BESIDE = "a supporter, expert or interpreter, with their code"
    SENT_AWAY = "whoever was sent away, with the code they had"
    INVITED = "whoever holds an invitation"
    MEDIATOR = "the mediator who has accepted"
    NAMED = "the mediator who was named and has not accepted yet"
    STAND_IN = "whoever stands in for the mediator"
    COMMITTEE = "the head of the committee"
    DEPARTMENT = "the department the case came from"
    ADMINISTRATOR = "an administrator"
    SEARCH = "the search"
    FIGURES = "the public figures"
    DATABASE = "whoever has the database without the keys"


#: Who sees what. What is not in here is not seen: there is no key for it, and no query that reads it.
SEES: dict[Reader, frozenset[Part]] = {
    Reader.SIDE: frozenset({
        Part.STATE, Part.COVER, Part.NAMES, Part.COMPANY, Part.SUMMARY, Part.JOINT_WORDS, Part.AGREEMENT, Part.SITTINGS,
        Part.OWN_WORDS, Part.OWN_TIMES,
    }),
    Reader.BESIDE: frozenset({
        Part.STATE, Part.COVER, Part.NAMES, Part.COMPANY, Part.SUMMARY, Part.JOINT_WORDS, Part.AGREEMENT, Part.SITTINGS,
    }),
    Reader.SENT_AWAY: frozenset(),
    Reader.INVITED: frozenset({Part.STATE, Part.COVER, Part.NAMES, Part.SUMMARY}),
    Reader.MEDIATOR: frozenset(Part) - {Part.OWN_WORDS, Part.OWN_TIMES},
    Reader.NAMED: frozenset({Part.STATE, Part.COVER, Part.NAMES, Part.COMPANY}),
    Reader.STAND_IN: frozenset(),
    Reader.COMMITTEE: frozenset({Part.STATE, Part.COVER}),
    Reader.DEPARTMENT: frozenset({Part.STATE}),
    Reader.ADMINISTRATOR: frozenset(),
    Reader.SEARCH: frozenset(),
    Reader.FIGURES: frozenset(),
    Reader.DATABASE: frozenset({Part.STATE, Part.COVER}),
}  # fmt: skip
SEES[Reader.ACTING] = SEES[Reader.SIDE]  # in its place


class Said(StrEnum):
    """What one sealed entry of a room is."""

    CLAIM = "claim"  # the applicant's own words
    REACH = "reach"  # how the other side can be reached, as the applicant knows it
    WISH = "wish"  # about the mediator
    MESSAGE = "message"  # between a side and the mediator, alone; or to all
    CAUCUS = "caucus"  # what was said when the mediator talked with a side alone
    MINE = "mine"  # the mediator's own note
    SCREEN = "screen"  # whether a side comes freely and is safe
    SUMMARY = "summary"
    DISCLOSURE = "disclosure"  # whether anything stands between the mediator and a side
    RECORD = "record"  # of a session
    FACTS = "facts"  # what both sides accept as so; the only part that may count elsewhere


#: The rooms in which each kind of entry may stand.
PLACES: dict[Said, tuple[str, ...]] = {
    Said.CLAIM: (OWN,),
    Said.REACH: (OWN,),
    Said.WISH: (OWN,),
    Said.MESSAGE: (OWN, JOINT),
    Said.CAUCUS: (OWN,),
    Said.MINE: (MEDIATORS,),
    Said.SCREEN: (MEDIATORS,),
    Said.SUMMARY: (JOINT,),
    Said.DISCLOSURE: (JOINT,),
    Said.RECORD: (JOINT,),
    Said.FACTS: (JOINT,),
}


def may_stand(said: Said, room: str) -> bool:
    """May an entry of this kind stand in this room?"""
    return any(room == place or (place == OWN and room.startswith(OWN)) for place in PLACES[said])
