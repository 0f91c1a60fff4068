"""What is kept of what came in, why, and until when."""

from datetime import datetime

from yimen.intake.models import Arrival
from yimen.intake.rules import AUTOMATIC_KEPT, HELD_KEPT, SEEN_KEPT, Stage
from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.notifications.forgetting import forget_letters_of

_DUTY = "duty to receive, handle and answer (信访工作条例 art. 22–34; PIPL art. 13, 3)"
_CLERKS = "the clerks of the town's service desk"
_KNOWN = Field("not to take the same thing twice, and to show what waits", _DUTY, _CLERKS, "ninety days")
INVENTORY: Inventory = {
    "intake.Arrival": {
        **alike("id version channel at size stage why tries next_at", _KNOWN),
        "digest": Field(
            "to know again what is here already; without the key it tells nothing",
            _DUTY,
            "nobody; the program",
            "ninety days",
        ),
        "content": Field(
            "to lose nothing before it is a case",
            _DUTY,
            "the clerks of the town's service desk, for what is held; each look noted",
            "until it is a case, as a rule some seconds; what is held, until a clerk has decided, at most a year;"
            " what a program wrote, two weeks",
        ),
        "put_away": Field("to be able to say why something is no case", _DUTY, _CLERKS, "ninety days"),
    },
}


def forget_known(at: datetime) -> int:
    """What was taken or put away more than ninety days ago is not known again."""
    ended = (Stage.TAKEN.value, Stage.DISCARDED.value)
    return Arrival.objects.filter(stage__in=ended, at__lt=at - SEEN_KEPT).delete()[0]


def forget_held(at: datetime) -> int:
    """What programs wrote, after two weeks; what nobody has decided on, after a year."""
    programs = Arrival.objects.filter(stage=Stage.ASIDE.value, at__lt=at - AUTOMATIC_KEPT)
    held = Arrival.objects.filter(stage=Stage.HELD.value, at__lt=at - HELD_KEPT)
    forget_letters_of([arrival.ref for arrival in held.only("pk")])
    return programs.delete()[0] + held.delete()[0]


RULES: list[Rule] = [
    Rule("intake.known", "Marks of what came in, by which it is known again, are deleted after 90 days.", forget_known),
    Rule(
        "intake.held",
        "Mails written by programs are deleted after two weeks; those that wait for a clerk, after a year.",
        forget_held,
    ),
]
