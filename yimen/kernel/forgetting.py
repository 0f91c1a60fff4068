"""What each table's columns are for, who sees them and when they are forgotten: the shape of ``forgetting.py``.

Every app that has tables has a ``forgetting.py`` with ``INVENTORY`` (each column of each model) and ``RULES``
(what the clock forgets). ``yimen/retention.py`` puts the apps' lists together. A column without an entry fails
the build, and the inventory in the docs is made from these lists. Words are English; the page translates them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Field:
    """One column, in words a resident understands."""

    purpose: str  # why it is needed: "to send the answer"
    basis: str  # what allows it: a law, or the resident's consent
    seen_by: str  # "the resident; the office that holds the case"
    kept: str  # until when: "until the letter is sent"


#: By model label ("files.StoredFile") and column name ("digest").
Inventory = dict[str, dict[str, Field]]


@dataclass(frozen=True)
class Rule:
    """One thing that the clock forgets. ``forget`` may run any number of times and says how many it removed."""

    code: str  # "privacy.guesses"
    words: str  # what is forgotten and when, as a sentence for the docs
    forget: Callable[[datetime], int]


def alike(columns: str, field: Field) -> dict[str, Field]:
    """The same entry for several columns, given by their names with blanks between them."""
    return dict.fromkeys(columns.split(), field)


#: The kernel's own tables.
_OWN = Field(
    "to know what has changed and what is due", "about no person", "nobody; the program", "as long as it is used"
)
INVENTORY: Inventory = {
    "kernel.Edition": alike("name number", _OWN),
    "kernel.Own": alike(
        "id table row field packs",
        Field(
            "to keep what the town decided when a newer pack comes",
            "about no person",
            "administrators",
            "while it differs",
        ),
    ),
    "kernel.Chore": alike("name due_at taken_until", _OWN),
}
