"""What the index keeps of a case, and until when: it goes in the night in which the words go."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.search.index import forget_faded

_INDEX = Field(
    "to find matters by their words; no name, telephone, e-mail or address of a resident is in it",
    "duty to receive, handle and answer (信访工作条例 art. 22–34; PIPL art. 13, 3)",
    "nobody; the program. The words are keyed tokens, which nobody can read without the town’s key",
    "until the words of the case are forgotten",
)
INVENTORY: Inventory = {"search.Document": alike("case_id edition stamp looked_after_at tokens", _INDEX)}
RULES: list[Rule] = [
    Rule("search.words", "A case whose words have been removed is gone from the search index too.", forget_faded)
]
