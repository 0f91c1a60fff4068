"""What a list that somebody keeps may hold."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

EDITION = "views"  # of the views of all staff together: they change seldom, and stand on every page
#: The words of a list's address.
CODES = (
    "list",
    *("state", "category", "place", "channel", "language", "kind"),
    *("received_from", "received_to", "due_until"),
)
_CODE = re.compile(r"[A-Za-z0-9._-]{1,48}")


def only_codes(asked: Mapping[str, str]) -> str:
    """The address of a list without anything that is no code of ours: no words that somebody typed get into a view."""
    return urlencode({key: asked[key] for key in CODES if _CODE.fullmatch(asked.get(key, ""))})
