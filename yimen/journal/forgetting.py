"""The journal holds codes and references, so it may outlive the persons: nothing of it is forgotten."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_PROOF = Field(
    "to prove what happened, when, and by which post or by the clock",
    "duty of record (信访工作条例 art. 39); codes and references only",
    "the subject's resident; the offices that have it",
    "for ever; it names nobody",
)
_WORK = Field("to do what follows from what happened", "about no person", "nobody; the program", "until it is done")

INVENTORY: Inventory = {
    "journal.Entry": {**alike("id at code subject by facts", _PROOF), "settled": _WORK},
    "journal.Unfinished": alike("id entry reaction tries next_at", _WORK),
}
RULES: list[Rule] = []
