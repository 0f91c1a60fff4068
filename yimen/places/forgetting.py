"""Places are about no person; one that is no more keeps its row for the cases that happened there."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_PLACE = Field(
    "to find the area of a case and who serves it", "about no person", "everybody", "as long as the town stands"
)

INVENTORY: Inventory = {"places.Place": alike("id code level parent path names outline until_on", _PLACE)}
RULES: list[Rule] = []
