"""What is kept of what came in, why, and until when."""

from datetime import datetime

from yimen.files.forgetting import forget_files_of
from yimen.intake.channels.letter.rules import KEPT
from yimen.intake.models import Arrival, Scan
from yimen.intake.rules import AUTOMATIC_KEPT, HELD_KEPT, SEEN_KEPT, Stage
from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.notifications.forgetting import forget_letters_of

_DUTY = "duty to receive, handle and answer (信访工作条例 art. 22–34; PIPL art. 13, 3)"
_CLERKS = "the clerks of the town's service desk"
_KNOWN = Field("not to take the same thing twice, and to show what waits", _DUTY, _CLERKS, "ninety days")
_IN_HAND = "the clerk who has it in hand; a colleague who goes on with it, that look noted"
_UNTIL_CASE = "until it is a case, or put away; at most ninety days"
INVENTORY: Inventory = {
    "intake.Scan": {
        **alike(
            "id version office post at language",
            Field(
                "to bring in a letter on paper, page by page",
                _DUTY,
                "the clerks of the centre where it came",
                _UNTIL_CASE,
            ),
        ),
        "mark": Field("not to begin the same letter twice", _DUTY, "nobody; the program", _UNTIL_CASE),
    },
    "intake.Sheet": {
        **alike(
            "id scan position file turn skew",
            Field("to keep its pages in order and upright", _DUTY, _IN_HAND, _UNTIL_CASE),
        ),
        "text": Field("to spare the clerk some typing", _DUTY, _IN_HAND, _UNTIL_CASE),
        **alike("state tries next_at", Field("to have each page read once", _DUTY, _IN_HAND, _UNTIL_CASE)),
    },
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
    known = Arrival.objects.filter(stage__in=ended, at__lt=at - SEEN_KEPT)
    texts = known.filter(channel="sms").only("pk")  # which are answered without a case
    forget_letters_of([arrival.ref for arrival in texts])
    return known.delete()[0]


def forget_held(at: datetime) -> int:
    """What programs wrote, after two weeks; what nobody has decided on, after a year."""
    programs = Arrival.objects.filter(stage=Stage.ASIDE.value, at__lt=at - AUTOMATIC_KEPT)
    held = Arrival.objects.filter(stage=Stage.HELD.value, at__lt=at - HELD_KEPT)
    forget_letters_of([arrival.ref for arrival in held.only("pk")])
    return programs.delete()[0] + held.delete()[0]


def forget_scans(at: datetime) -> int:
    """Letters on paper that nobody made a case of in ninety days: pictures and words. The paper is still there."""
    old = list(Scan.objects.filter(at__lt=at - KEPT))
    forget_files_of([scan.ref for scan in old])
    Scan.objects.filter(pk__in=[scan.pk for scan in old]).delete()
    return len(old)


RULES: list[Rule] = [
    Rule(
        "intake.scans",
        "Letters on paper of which no case was made are deleted 90 days after they were begun.",
        forget_scans,
    ),
    Rule("intake.known", "Marks of what came in, by which it is known again, are deleted after 90 days.", forget_known),
    Rule(
        "intake.held",
        "Mails written by programs are deleted after two weeks; those that wait for a clerk, after a year.",
        forget_held,
    ),
]
