"""What every page shows of the town: its name, in the reader's language."""

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from yimen.kernel.languages import name_in
from yimen.kernel.models import editions
from yimen.places.queries import gazetteer, gazetteer_in_memory


def town_name(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001 – Django's own signature
    """A context processor. It asks the database only if this process has not yet seen its town."""
    return {"town_name": SimpleLazyObject(_name)}


def _name() -> str:
    try:
        places = gazetteer_in_memory()
        if places is None or places.town is None:
            places = gazetteer(editions().get("places", 0))
    except DatabaseError:
        return ""  # this page may be the one that says so
    return name_in(places.town.names, get_language() or "") if places.town else ""
