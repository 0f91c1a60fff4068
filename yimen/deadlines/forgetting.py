"""Limits and days off are about no person; a term belongs to its case and goes with it."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_LAW = Field("to count days as the law says", "about no person", "everybody", "as long as the limit is in force")
_TERM = Field(
    "to keep the date of an answer, and to show how it was counted",
    "duty to answer in time (信访工作条例 art. 34)",
    "the case's resident; the offices that have it",
    "as long as its case",
)
_WORK = Field("to go on where a worker stopped", "about no person", "the administrator", "until all is counted")

INVENTORY: Inventory = {
    "deadlines.Limit": alike("id code names length unit extra_length extra_unit law rolls", _LAW),
    "deadlines.CountryCalendar": alike("id country known_until", _LAW),
    "deadlines.LocalDay": alike("id on works names", _LAW),
    "deadlines.Recount": alike("id mark after counted began_at", _WORK),
    "deadlines.Term": alike(
        "id version subject limit stage state from_on due_on paused_on pause_why paused_days is_extended "
        "is_provisional steps ended_on",
        _TERM,
    ),
}
RULES: list[Rule] = []
