"""What a change of areas is: its stages, what it would do to each area, and how it is kept. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.places.rules import AreaPlan, PlannedPlace


class Stage(StrEnum):
    """Where a change stands."""

    DRAFT = "draft"
    AGREED = "agreed"  # its day has not come
    DONE = "done"
    DROPPED = "dropped"


STAGES = {
    Stage.DRAFT: gettext_noop("being prepared"),
    Stage.AGREED: gettext_noop("agreed, and its day has not come"),
    Stage.DONE: gettext_noop("carried out"),
    Stage.DROPPED: gettext_noop("dropped"),
}


class Fate(StrEnum):
    """What becomes of an area."""

    APPEARS = "appears"
    CHANGES = "changes"
    VANISHES = "vanishes"


FATES = {
    Fate.APPEARS: gettext_noop("new"),
    Fate.CHANGES: gettext_noop("changes"),
    Fate.VANISHES: gettext_noop("ends"),
}
PAST = gettext_noop("A change begins today or later: what cases lay in until now stays so.")
NOTHING = gettext_noop("Nothing would change: all of it is so already.")
OVER = gettext_noop("This change is carried out or dropped already.")
TOO_LARGE = gettext_noop("At most 2,000 areas can be changed at once here. Larger files go with the command.")
MOST = 2_000


@dataclass(frozen=True)
class Change:
    """One area, before and after."""

    fate: Fate
    code: str
    names: Mapping[str, str]
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True)
class Standing:
    """An area as it stands."""

    code: str
    path: str
    names: Mapping[str, str]
    outline: bytes | None


def changes(plan: AreaPlan, standing: Iterable[Standing]) -> list[Change]:
    """What this plan would do to the areas that stand; what would stay as it is is left out."""
    there = {one.code: one for one in standing}
    found = []
    for planned in plan.places:
        if planned.level != "area":
            continue
        now = there.get(planned.code)
        if now is None:
            found.append(Change(Fate.APPEARS, planned.code, planned.names, None, planned.outline))
        elif _differs(planned, now):
            names = {**now.names, **planned.names}
            found.append(Change(Fate.CHANGES, planned.code, names, now.outline, planned.outline or now.outline))
    spoken_of = {planned.code for planned in plan.places}
    town = f"{plan.town_code}/"
    gone = [c for c, one in there.items() if plan.replace and c not in spoken_of and one.path.startswith(town)]
    ended = [there[code] for code in dict.fromkeys([*plan.ended, *gone]) if code in there]
    return found + [Change(Fate.VANISHES, one.code, one.names, one.outline, None) for one in ended]


def _differs(planned: PlannedPlace, now: Standing) -> bool:
    is_elsewhere = planned.parent_code != (now.path.split("/")[-3:-2] or [""])[0]
    is_redrawn = planned.outline is not None and planned.outline != now.outline
    return is_elsewhere or is_redrawn or {**now.names, **planned.names} != dict(now.names)


def may_begin(plan: AreaPlan, found: list[Change], from_on: date, today: date) -> Verdict:
    """Whether such a change can be drafted for this day."""
    if from_on < today:
        return Verdict(PAST)
    if len(plan.places) + len(plan.ended) > MOST:
        return Verdict(TOO_LARGE)
    return YES if found else Verdict(NOTHING)


def kept(plan: AreaPlan) -> dict[str, Any]:
    """A plan as it is kept until its day."""
    places = [
        {
            "code": one.code, "level": one.level, "parent": one.parent_code, "names": one.names,
            "outline": one.outline.hex() if one.outline else "",
        }
        for one in plan.places
    ]  # fmt: skip
    return {"town": plan.town_code, "replace": plan.replace, "ended": list(plan.ended), "places": places}


def plan_of(found: Mapping[str, Any]) -> AreaPlan:
    """The plan that was kept."""
    places = tuple(
        PlannedPlace(one["code"], one["level"], one["parent"], one["names"], bytes.fromhex(one["outline"]) or None)
        for one in found["places"]
    )
    return AreaPlan(found["town"], places, found["replace"], tuple(found["ended"]))
