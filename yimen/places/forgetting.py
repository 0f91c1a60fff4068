"""Places are about no person; one that is no more keeps its row for the cases that happened there."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_PLACE = Field(
    "to find the area of a case and who serves it", "about no person", "everybody", "as long as the town stands"
)

_FORMER = Field(
    "to show and route an old case by the area as it was then", "about no person", "staff", "as long as the town stands"
)

INVENTORY: Inventory = {
    "places.Place": alike("id code level parent path names outline from_on until_on", _PLACE),
    "places.Former": alike("id place from_on until_on path names outline", _FORMER),
}
RULES: list[Rule] = []
