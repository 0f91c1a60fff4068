"""Reading changes of areas: those of a part of the town, and what each would do."""

from dataclasses import dataclass
from datetime import date, datetime

from yimen.places.queries import Gazetteer, outlines
from yimen.places.rules import AreaPlan
from yimen.redraws.models import Redraw
from yimen.redraws.rules import Change, Stage, Standing, changes, plan_of

AT_MOST = 50


@dataclass(frozen=True)
class RedrawFacts:
    """One change, as its administrators see it."""

    id: int
    version: int
    stage: Stage
    place_id: int
    from_on: date
    done_at: datetime | None
    plan: AreaPlan
    gaps: list[dict[str, object]]
    misfits: list[tuple[str, dict[str, object]]]


def redraw_facts(pk: int) -> RedrawFacts | None:
    """One change."""
    row = Redraw.objects.filter(pk=pk).first()
    return _facts(row) if row else None


def redraws_in(path: str) -> list[tuple[int, Stage, date, int, datetime]]:
    """The latest changes inside this part of the town: number, stage, day, the smallest place in which all of it lies,
    and when it was prepared; one statement.
    """
    rows = Redraw.objects.filter(place__path__startswith=path).exclude(stage=Stage.DROPPED.value).order_by("-id")
    columns = ("id", "stage", "from_on", "place_id", "at")
    return [(pk, Stage(stage), on, place, at) for pk, stage, on, place, at in rows.values_list(*columns)[:AT_MOST]]


def set_back_in(path: str) -> list[tuple[int, date]]:
    """Changes inside this part of the town that were agreed to and no longer fit: number and day; one statement."""
    rows = Redraw.objects.filter(place__path__startswith=path, stage=Stage.DRAFT.value, set_back_at__isnull=False)
    return list(rows.order_by("from_on", "id").values_list("id", "from_on")[:AT_MOST])


def standing(places: Gazetteer, path: str) -> list[Standing]:
    """The areas in this part of the town as they stand, with their outlines; one statement."""
    areas = places.places_below(path, "area")
    drawn = outlines(area.id for area in areas)
    return [Standing(area.code, area.path, area.names, drawn.get(area.id)) for area in areas]


def changes_of(plan: AreaPlan, places: Gazetteer) -> list[Change]:
    """What a plan would do to the areas that stand."""
    town = places.by_code.get(plan.town_code)
    return changes(plan, standing(places, town.path if town else ""))


def _facts(row: Redraw) -> RedrawFacts:
    return RedrawFacts(
        row.pk,
        row.version,
        Stage(row.stage),
        row.place_id,
        row.from_on,
        row.done_at,
        plan_of(row.plan),
        row.gaps,
        [(reason, params) for reason, params in row.misfits],
    )
