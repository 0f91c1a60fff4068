"""What is kept of figures and why: numbers of offices and places."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_NUMBERS = Field(
    "to see what is late and stuck, and how much an office has to do",
    "duty to supervise (信访工作条例 art. 36–40); about no person",
    "the office and those above it",
    "as long as the journal has what they are counted from",
)
_MEDIATED = Field(
    "to count for the justice bureau: numbers, of which none is about a mediation",
    "人民调解法 art. 5; about no person",
    "the head of the committee; the administrators above it",
    "as long as figures are of use",
)
_RELEASED = Field(
    "to tell the public how disputes are settled", "promise 9", "everybody", "as long as figures are of use"
)
_STUCK = Field("to find the cases behind a number", "the same duty", "the office and those above it", "ten minutes")

INVENTORY: Inventory = {
    "stats.Reading": alike("id at", _NUMBERS),
    "stats.NowCount": alike("id office place what number", _NUMBERS),
    "stats.WeekCount": alike("id office place monday what number", _NUMBERS),
    "stats.MediationCount": alike("id committee quarter what which number", _MEDIATED),
    "stats.MediationRelease": alike("id quarter what which number", _RELEASED),
    "stats.Stuck": alike("id case office since_on due_on", _STUCK),
}
RULES: list[Rule] = []
