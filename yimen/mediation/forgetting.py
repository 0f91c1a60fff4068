"""What is kept of a mediation, and why. When its time is over its keys are destroyed, and with them what was said."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.mediation.models import Agreement, Entry, Mediation, Proposal, RoomFile, RoomKey, Side, Sitting
from yimen.notifications.forgetting import forget_letters_of

#: Proposals, not a law: a town checks them against its own archive rules.
WITHOUT_AGREEMENT, WITH_AGREEMENT = timedelta(days=90), timedelta(days=3 * 365)
MOST_A_NIGHT = 500

_ART = "人民调解法 art. 27; the sides’ own consent (PIPL art. 13, 1)"
_UNTIL = "90 days after its end; with an agreement, three years"
_COVER = Field(
    "to know where a mediation stands, and to count for the justice bureau",
    "人民调解法 art. 27",
    "the sides; the mediator; the head of the committee",
    "as long as figures are of use",
)
_SIDE = Field(
    "to let a side take part without an account, and tell it by the way it chose",
    _ART,
    "the sides; the mediator",
    _UNTIL,
)
_ADDRESS = Field("to tell a side by the way it chose", _ART, "the mediator", _UNTIL)
_KEY = Field("to open what was said, with a code that is not stored", _ART, "nobody; the program", _UNTIL)
_SAID = Field(
    "to settle the dispute; sealed with the key of its room",
    _ART,
    "whoever has the key of the room: docs/mediation/who-sees-what.md",
    _UNTIL,
)
_TALK = Field("to meet and to propose", _ART, "the sides it is for; the mediator", _UNTIL)
_TIMES = Field(
    "to find a time at which all can meet",
    _ART,
    "the times: the sides and the mediator; an answer: its side and the mediator",
    "until a session is planned, or the mediation ends",
)
_HOURS = Field(
    "to offer times at which a mediator is there",
    "人民调解法 art. 8–14; employment (PIPL art. 13, 2)",
    "the mediator; the head of the committee: the first free day",
    "as long as the post is there",
)
_CALL = Field(
    "to bring the sides of a session together by video",
    _ART,
    "nobody; the program",
    "until the night after its day",
)
_AGREED = Field(
    "to hold what was agreed, who signed it and what became of it",
    "人民调解法 art. 28–31",
    "the sides; the mediator",
    _UNTIL,
)
_COMMITTEE = Field(
    "to say who mediates, and since when",
    "人民调解法 art. 8–14",
    "everybody: the committee; administrators: its seats",
    "as long as the committee is there",
)

INVENTORY: Inventory = {
    "mediation.Committee": alike("id code level office names sign composed_well is_open kinds places", _COMMITTEE),
    "mediation.Studio": alike("id committee names is_open", _COMMITTEE),
    "mediation.Seat": alike("id committee post studio engaged is_head languages kinds from_on until_on", _COMMITTEE),
    "mediation.FreeHours": alike("id post hours", _HOURS),
    "mediation.Register": alike("id committee year given", _COVER),
    "mediation.Mediation": {
        **alike(
            "id version at state source kind committee case mediator mediator_post not_again year serial invited_on"
            " due_on asks_until ended_at ending agreed_on is_oral amount court court_on reminded_on",
            _COVER,
        ),
        "nonce_hash": _KEY,
    },
    "mediation.Companion": alike("id version side at role joined name may_sign reads_own agreed", _SIDE)
    | {"code_hash": _KEY},
    "mediation.Side": {
        **alike(
            "id version mediation number standing screened name language tell interpreter chose rights_at agrees_until"
            " wishes_public",
            _SIDE,
        ),
        **alike("email phone", _ADDRESS),
        **alike("code_hash invitation_hash", _KEY),
    },
    "mediation.RoomKey": alike("id mediation room bearer wrapped", _KEY),
    "mediation.Entry": alike("id mediation room said at by words", _SAID),
    "mediation.RoomFile": alike("id mediation room mark at by type size name content", _SAID),
    "mediation.Sitting": alike("id version mediation begins_at minutes form state alone held_at where", _TALK),
    "mediation.OfferedTime": alike("id mediation begins_at minutes form where", _TIMES),
    "mediation.TimeAnswer": alike("id time side suits", _TIMES),
    "mediation.SittingCall": alike("id version sitting meeting is_over", _CALL),
    "mediation.Proposal": alike("id version mediation at by_side state accepted words", _TALK),
    "mediation.Agreement": alike("id version mediation at state text in_force_at", _AGREED),
    "mediation.Signature": alike("id agreement who at how by words scan", _AGREED),
    "mediation.Undertaking": alike("id version agreement place side due_on kept followed_on", _AGREED),
}


def forget_mediations(at: datetime) -> int:
    """What was said, by whom and to whom: the keys first. The cover stays for the figures, tied to no case."""
    over = Q(ended_at__lt=at - WITH_AGREEMENT) | Q(
        ended_at__lt=at - WITHOUT_AGREEMENT,
        ending__in=["refused", "no_answer", "left", "unsuitable", "not_agreed", "time_over"],
    )
    found = Mediation.objects.filter(over, sides__isnull=False).distinct().order_by("id")
    gone = list(found.values_list("pk", flat=True)[:MOST_A_NIGHT])
    with transaction.atomic():
        refs = [f"side:{pk}" for pk in Side.objects.filter(mediation_id__in=gone).values_list("pk", flat=True)]
        for table in (RoomKey, Entry, RoomFile, Proposal, Sitting, Agreement, Side):
            table._default_manager.filter(mediation_id__in=gone).delete()  # noqa: SLF001 – Django documents it
        forget_letters_of(refs)
        Mediation.objects.filter(pk__in=gone).update(case=None, nonce_hash=None, not_again=[], mediator=None)
    return len(gone)


RULES: list[Rule] = [
    Rule(
        "mediation.words",
        "What was said in a mediation is destroyed with its keys 90 days after its end, or three years after it if"
        " there was an agreement; what stays says its type, source, duration and outcome.",
        forget_mediations,
    ),
]
