"""What is kept of supervision and why. It is about offices and their dates; of a person nothing is kept."""

from datetime import datetime

from yimen.cases.rules import Kept
from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.supervision.calls.preparing import forget_calls
from yimen.supervision.models import Instruction
from yimen.supervision.reacting import forget_unhappy

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
_TOLD = Field(
    "to instruct an office on a case, and to report back",
    _DUTY,
    "the office that has the case and those above it; its resident sees that there was one",
    "as long as the words of the case",
)
_UNHAPPY = Field(
    "to give a case back after an unhappy rating", _DUTY, "the supervisors of the office", "30 days after the rating"
)
_CALLS = Field(
    "to ask by telephone what a resident thinks of the answer, three times at most",
    _DUTY,
    "the service desk that calls; the number itself stays with the case, and reading it is a look",
    "a year",
)
_PUBLIC = Field("to tell the public how offices keep their dates", _DUTY, "everybody", "until the next release")

INVENTORY: Inventory = {
    "supervision.Rung": alike("id code order when number does names", _LADDER),
    "supervision.Standing": alike(
        "id case term due_on rung number reach since_on office accused_office suppress_below", _STANDS
    ),
    "supervision.Release": alike("id on", _PUBLIC),
    "supervision.Instruction": alike("id case at by until_on text reported_at reported_by report", _TOLD),
    "supervision.Unhappy": alike("id case office accused_office rated_on", _UNHAPPY),
    "supervision.CallBack": alike("id case answer_at desk accused_office since_on tries state", _CALLS),
    "supervision.PublicCount": alike("id release office suppress_below number", _PUBLIC),
}


def forget_instructions(at: datetime) -> int:  # noqa: ARG001 – the case says whether its words are forgotten
    """What offices wrote to each other about a case goes with the case's own words."""
    told = Instruction.objects.filter(case__kept=Kept.BARE).exclude(text="", report="")
    return told.update(text="", report="")


RULES: list[Rule] = [
    Rule(
        "supervision.told",
        "Instructions and reports are removed with the words of their case.",
        forget_instructions,
    ),
    Rule("supervision.calls", "Call-backs are forgotten a year after they were due.", forget_calls),
    Rule("supervision.unhappy", "The list of unhappy answers forgets a case 30 days after its rating.", forget_unhappy),
]
