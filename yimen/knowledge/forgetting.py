"""Templates and entries are an office's words for everybody's questions; no field of them is about a person."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_TEXT = Field(
    "to answer the same question in the same good words, and to show what was said when",
    "about no person",
    "entries in use: everybody; all else: the owner's staff and those above and below it",
    "as long as the town keeps it; retired ones for those who were answered with them",
)

INVENTORY: Inventory = {
    "knowledge.Text": alike("id version use stage office category review_on latest published", _TEXT),
    "knowledge.Version": alike("id text number at by words", _TEXT),
}
RULES: list[Rule] = []
