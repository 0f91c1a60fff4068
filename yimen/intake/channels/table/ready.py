"""What must be there before a table can be taken over."""

from difflib import get_close_matches

from yimen.intake.channels.table.mapping import Mapping
from yimen.intake.channels.table.wrong import BadMapping
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop
from yimen.routing.town import Town

NO_PACK = gettext_noop("There is no town yet. First run: yimen town found NAME --code CODE")
NO_AREAS = gettext_noop("The town has no areas yet. First run: yimen areas import FILE.geojson --code PROPERTY")
NO_CATEGORY = gettext_noop("“%(code)s” is no category of this town that can be chosen.")
NEAR_CATEGORY = gettext_noop("“%(code)s” is no category of this town that can be chosen. Did you mean “%(near)s”?")
OTHER_DOOR = gettext_noop("“%(code)s” belongs to another door, so no case can be about it. Leave it open: “”")


def require_ready(mapping: Mapping, town: Town) -> None:
    """Refuse at once what would refuse every line: no pack, no desk, no areas, codes that are none."""
    if not town.catalogue.procedures or not town.offices.by_id:
        raise Refused(NO_PACK)
    town.offices.one_door([])  # refused with its own reason
    if mapping.columns["longitude"] and not town.places.places_below("", "area"):
        raise Refused(NO_AREAS)
    problems = [(key, no) for key, code in mapping.codes() if not (no := _may_be_chosen(code, town))]
    if problems:
        raise BadMapping(problems)


def _may_be_chosen(code: str, town: Town) -> Verdict:
    category = town.catalogue.leaf(code)
    if category and not category.door_code:
        return YES
    if category:
        return Verdict(OTHER_DOOR, {"code": code})
    chosen = [c.code for c in town.catalogue.by_id.values() if c.procedure_code and c.is_offered]
    near = get_close_matches(code, chosen, 1)
    return Verdict(NEAR_CATEGORY if near else NO_CATEGORY, {"code": code, "near": "".join(near)})
