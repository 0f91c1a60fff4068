"""A very small town: one township, one village, one area, a desk and a department."""

from datetime import UTC, date, datetime

from yimen.people.rules import Operator
from yimen.people.verbs.open_office import Shown, open_office
from yimen.places.rules import AreaPlan, PlannedPlace
from yimen.places.verbs.import_areas import import_areas

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # ten o'clock in the town
TODAY = date(2026, 3, 2)


def make_town() -> None:
    """The places, and offices for them."""
    places = (
        PlannedPlace("KS", "town", names={"en": "Kelsang"}),
        PlannedPlace("KS01", "township", "KS", {"en": "Nawu"}),
        PlannedPlace("KS0101", "village", "KS01", {"en": "Upper Nawu"}),
        PlannedPlace("KS010101", "area", "KS0101", {"en": "Upper Nawu 1"}),
    )
    import_areas(by=Operator(), plan=AreaPlan("KS", places), at=MONDAY)
    for code, function, superior in (("GOV", "town-office", ""), ("DOOR", "one-door", "GOV"), ("URB", "urban", "GOV")):
        open_office(
            by=Operator(), code=code, kind="department", function=function, place="KS", superior=superior,
            shown=Shown({"en": function}), at=MONDAY,
        )  # fmt: skip
