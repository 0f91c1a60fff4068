"""What a town knows of its categories, procedures and doors: plain facts. Pure: no Django, no clock.

A pack's files are read into these same facts, with no ``id`` yet; the catalogue holds them with theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Names = Mapping[str, str]

#: Columns of a procedure that name a limit and may be empty.
LIMITS = (
    "notice_limit", "forward_limit", "object_limit", "assist_limit", "call_limit", "review_ask_limit",
    "review_limit", "rereview_ask_limit", "rereview_limit",
)  # fmt: skip
#: The stages whose limit may stand still while a hearing is on.
WAITING = ("review", "rereview")


@dataclass(frozen=True)
class ProcedureFacts:
    """The road a case takes. Limits are codes, empty for none; see ``routing.models.Procedure``."""

    code: str
    names: Names
    handle_from: str  # "received" or "accepted": what starts the handling limit
    notice_limit: str = ""
    handle_limit: str = ""
    object_limit: str = ""
    assist_limit: str = ""
    call_limit: str = ""  # how long nobody is called who has not rated the answer; empty: nobody is called
    forward_limit: str = ""
    review_ask_limit: str = ""
    review_limit: str = ""
    rereview_ask_limit: str = ""
    rereview_limit: str = ""
    hearing_waits: str = ""  # the stage whose limit stands still while a hearing is on
    remedies_review: Names = field(default_factory=dict)
    remedies_final: Names = field(default_factory=dict)
    doors: tuple[str, ...] = ()  # told with every answer: where else one may go
    pauses: bool = True
    extension_by: str = "supervisor"
    remedies: Names = field(default_factory=dict)
    needs_full_opinion: bool = False
    is_default: bool = False
    id: int = 0


@dataclass(frozen=True)
class DoorFacts:
    """Another door that fits better, and why."""

    code: str
    names: Names
    why: Names
    telephone: str = ""
    is_urgent: bool = False
    id: int = 0


@dataclass(frozen=True)
class CategoryFacts:
    """What a case can be about: a branch that only groups, or a leaf that a resident can choose."""

    code: str
    names: Names
    parent_code: str = ""
    order: int = 0
    kinds: tuple[str, ...] = ()  # of rules.Kind; empty on branches and other doors
    procedure_code: str = ""
    handle_limit: str = ""
    door_code: str = ""
    may_be_dispute: bool = False
    is_public: bool = False
    suppress_below: int = 10
    retention: str = "case"
    is_offered: bool = True
    id: int = 0

    @property
    def is_leaf(self) -> bool:
        """Can a case be about it? A leaf has a procedure, or leads to another door."""
        return bool(self.procedure_code or self.door_code)


@dataclass(frozen=True)
class Offer:
    """All that a pack offers for routing; parents stand before their children.

    ``remits`` is by category code and level of place, and gives the function that answers there.
    """

    doors: tuple[DoorFacts, ...]
    procedures: tuple[ProcedureFacts, ...]
    categories: tuple[CategoryFacts, ...]
    remits: Mapping[tuple[str, str], str]
