"""What can happen to places."""

from yimen.places.verbs.import_areas import import_areas
from yimen.places.verbs.set_up_place import set_up_place

__all__ = ["import_areas", "set_up_place"]
