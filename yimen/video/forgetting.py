"""What is kept of calls by video and why."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_CALL = Field(
    "to keep those who wait for a call in their order, and to tell the clerk what they need",
    "the resident's own choice (PIPL art. 13, 1)",
    "whoever has the link; the clerks of the centre",
    "until the night after its day",
)
_NEEDS = Field(
    "to speak so that the resident understands and is understood",
    "the resident's own choice, separate from everything else (PIPL art. 29)",
    "the clerks of the centre",
    "until the night after its day",
)
_CASE = Field(
    "to lead the clerk to the case whose receipt the resident gave; opening it is a look like any other",
    "the resident's own choice (PIPL art. 13, 1)",
    "the clerks of the centre who may open the case",
    "until the night after its day",
)

INVENTORY: Inventory = {
    "video.VideoCall": {
        **alike("id version meeting office stage language post asked_at taken_at", _CALL),
        "needs": _NEEDS,
        "case": _CASE,
    },
}


#: A call goes with its meeting: see ``meetings.over``.
RULES: list[Rule] = []
