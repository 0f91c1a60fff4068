"""What is kept of supervision and why. It is about offices and their dates; of a person nothing is kept."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_DUTY = "duty to supervise that matters are answered in time (信访工作条例 art. 36–40)"
_LADDER = Field(
    "to say what happens when a date is not met", "about no person", "everybody", "as long as the pack has it"
)
_STANDS = Field(
    "to remind the office of a date, and tell those above it",
    _DUTY,
    "its resident; the office that has the case and those above it, never an office it is about",
    "until the date is met or the case ends",
)
_PUBLIC = Field("to tell the public how offices keep their dates", _DUTY, "everybody", "until the next release")

INVENTORY: Inventory = {
    "supervision.Rung": alike("id code order when number does names", _LADDER),
    "supervision.Standing": alike(
        "id case term due_on rung number reach since_on office accused_office suppress_below", _STANDS
    ),
    "supervision.Release": alike("id on", _PUBLIC),
    "supervision.PublicCount": alike("id release office suppress_below number", _PUBLIC),
}
RULES: list[Rule] = []  # what stands here goes by itself: with the date, or with the next release
