"""Which papers a mediation has, and from which room each is. Pure: no Django, no clock.

The old forms have a column for ethnicity and one for the identity number. They are left out: nobody here knows either,
and nothing asks for them (promise 2).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from yimen.mediation.agreements.rules import Drafted
from yimen.mediation.court.rules import last_day
from yimen.mediation.rooms.rules import JOINT, OWN, Said


class Sheet(StrEnum):
    """One paper."""

    COVER = "cover"  # 卷宗封面
    APPLICATION = "application"  # 人民调解申请书, in the applicant's own words
    REGISTER = "register"  # 人民调解受理登记表, in the mediator's
    RIGHTS = "rights"  # 权利义务告知书
    SESSION = "session"  # 调解笔录; of a talk with one side alone, for that side
    AGREEMENT = "agreement"  # 人民调解协议书, or 口头协议登记表
    FOLLOW_UP = "follow-up"  # 回访记录
    CLOSING = "closing"  # 结案报告
    CONFIRMATION = "confirmation"  # 司法确认申请书
    PROOF = "proof"  # that the committee has mediated
    COURT = "court"  # what a court needs, together: application, agreement, proof


#: The rooms whose words stand on a paper: whoever has no key for the room can't be given it.
ROOMS: dict[Sheet, tuple[str, ...]] = {
    Sheet.COVER: (JOINT,),
    Sheet.APPLICATION: (OWN,),
    Sheet.REGISTER: (JOINT,),
    Sheet.RIGHTS: (JOINT,),
    Sheet.SESSION: (JOINT, OWN),
    Sheet.AGREEMENT: (JOINT,),
    Sheet.FOLLOW_UP: (JOINT,),
    Sheet.CLOSING: (JOINT,),
    Sheet.CONFIRMATION: (JOINT,),
    Sheet.PROOF: (JOINT,),
    Sheet.COURT: (JOINT,),
}
BUNDLE = (Sheet.CONFIRMATION, Sheet.AGREEMENT, Sheet.PROOF)
#: What a record of a session is made from.
RECORDS = (Said.RECORD, Said.CAUCUS)


@dataclass(frozen=True)
class Given:
    """A paper that a reader can have: its word in an address, and of when it is. ``entry`` is of a session's record."""

    sheet: Sheet
    at: datetime
    entry: int = 0

    @property
    def key(self) -> str:
        """Its word in an address."""
        return f"{self.sheet}-{self.entry}" if self.entry else self.sheet.value


@dataclass(frozen=True)
class Stands:
    """Where a mediation stands, as far as papers ask."""

    began_at: datetime
    ended_at: datetime | None
    agreed_on: date | None
    claimed_at: datetime | None
    summed_up_at: datetime | None
    drafted: Drafted | None
    drafted_at: datetime | None
    followed_at: datetime | None  # when an undertaking was last asked about
    records: tuple[tuple[int, datetime], ...]


def given(stands: Stands, today: date) -> list[Given]:
    """The papers that there are, in the order of a file. Those for a court as long as it can be asked."""
    found: list[Given] = [Given(Sheet.COVER, stands.began_at), Given(Sheet.RIGHTS, stands.began_at)]
    found += [Given(sheet, at) for sheet, at in _once(stands) if at]
    found += [Given(Sheet.SESSION, at, entry) for entry, at in stands.records]
    if stands.agreed_on and stands.drafted_at:
        found.append(Given(Sheet.PROOF, stands.drafted_at))
        if today <= last_day(stands.agreed_on):
            found += [Given(Sheet.CONFIRMATION, stands.drafted_at), Given(Sheet.COURT, stands.drafted_at)]
    order = list(Sheet)
    return sorted(found, key=lambda one: (order.index(one.sheet), one.entry))


def _once(stands: Stands) -> tuple[tuple[Sheet, datetime | None], ...]:
    is_fixed = stands.drafted in (Drafted.FIXED, Drafted.IN_FORCE)
    return (
        (Sheet.APPLICATION, stands.claimed_at),
        (Sheet.REGISTER, stands.summed_up_at),
        (Sheet.AGREEMENT, stands.drafted_at if is_fixed else None),
        (Sheet.FOLLOW_UP, stands.followed_at),
        (Sheet.CLOSING, stands.ended_at),
    )
