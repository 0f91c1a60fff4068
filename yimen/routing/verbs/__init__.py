"""What can happen to a town's categories, procedures and remits."""

from yimen.routing.verbs.add_category import add_category
from yimen.routing.verbs.change_category import change_category
from yimen.routing.verbs.change_door import change_door
from yimen.routing.verbs.change_procedure import change_procedure
from yimen.routing.verbs.change_remits import change_remits
from yimen.routing.verbs.take_catalogue import take_catalogue

__all__ = [
    "add_category",
    "change_category",
    "change_door",
    "change_procedure",
    "change_remits",
    "take_catalogue",
]
