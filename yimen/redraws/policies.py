"""Who may change areas: the administrator of a part of the town, inside that part alone."""

from yimen.kernel.verdict import YES, Verdict
from yimen.people.policies import may_administer, may_set_up
from yimen.people.rules import Actor
from yimen.places.queries import Gazetteer
from yimen.places.rules import AreaPlan


def may_redraw(by: Actor, plan: AreaPlan, places: Gazetteer) -> Verdict:
    """All that would appear, change or end lies where their post serves."""
    verdict = may_administer(by)
    if not verdict:
        return verdict
    for path in paths_of(plan, places):
        if not (verdict := may_set_up(by, path)):
            return verdict
    return YES


def paths_of(plan: AreaPlan, places: Gazetteer) -> list[str]:
    """Where the plan changes something: the places that stand, and those in which new ones shall lie."""
    codes = [code for one in plan.places for code in (one.code, one.parent_code)] + list(plan.ended)
    paths = [facts.path for code in codes if (facts := places.by_code.get(code))]
    if plan.replace:
        paths += [facts.path for facts in places.places_below(f"{plan.town_code}/", "area")]
    return paths
