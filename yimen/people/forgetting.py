"""What is kept of staff: little. Residents have no accounts. The tables of the sign-in library stand here too."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from yimen.kernel.forgetting import Field, Inventory, Rule, alike
from yimen.people.models import SignIn, StepReset

_STAFF = Field(
    "to let staff work, and end it on time", "employment (PIPL art. 13, 2)", "administrators", "while employed"
)
_NAME = Field(
    "to say who serves an area, if they agreed", "consent", "everybody, only if they agreed", "while in the post"
)
_PROOF = Field("to sign in", "security of residents' data (PIPL art. 51)", "nobody; the program", "while employed")
_OFFICE = Field(
    "to say which office answers, where and when", "about no person", "everybody", "as long as the office exists"
)
_POST = Field(
    "to give access by post and place, with dates", "employment (PIPL art. 13, 2)", "administrators", "for ever"
)
_SESSION = Field(
    "to stay signed in for a working day", "employment (PIPL art. 13, 2)", "nobody; the program", "twelve hours"
)
_BROWSER = Field(
    "to let staff see where they are signed in, and end it",
    "security of residents' data (PIPL art. 51)",
    "that member of staff",
    "until the sign-in ends or runs out",
)
_RESET = Field(
    "to prove that two persons stood behind it when a lost second step was taken away",
    "security of residents' data (PIPL art. 51)",
    "administrators of the place, while it waits; its owner reads the day",
    "two years",
)
RESETS_KEPT = timedelta(days=2 * 365)
_UNUSED = Field("comes with the sign-in library; stays empty", "about no person", "nobody", "never filled")

INVENTORY: Inventory = {
    "people.Staff": {
        **alike("id username language is_active", _STAFF),
        "name": _NAME,
        **alike("password last_login subject second_step_by owes_step", _PROOF),
    },
    "people.SignIn": alike("id staff session_key since used_at device", _BROWSER),
    "people.StepReset": alike("id at staff asked_by second done_at", _RESET),
    "people.Office": alike("id code kind function place parent path names telephone address hours is_open", _OFFICE),
    "people.Counter": alike("id office number names", _OFFICE),
    "people.Post": alike("id code role office place names closed_on", _OFFICE),
    "people.Appointment": {**alike("id staff post from_on until_on in_place_of", _POST), "name_is_public": _NAME},
    "sessions.Session": alike("session_key session_data expire_date", _SESSION),
    "mfa.Authenticator": alike("id user type data created_at last_used_at", _PROOF),
    "account.EmailAddress": alike("id user email verified primary", _UNUSED),
    "account.EmailConfirmation": alike("id email_address created sent key", _UNUSED),
    "socialaccount.SocialApp": alike("id provider provider_id name client_id secret key settings", _UNUSED),
    "socialaccount.SocialAccount": alike("id user provider uid last_login date_joined extra_data", _UNUSED),
    "socialaccount.SocialToken": alike("id app account token token_secret expires_at", _UNUSED),
    "auth.Permission": alike("id name content_type codename", _UNUSED),
    "auth.Group": alike("id name permissions", _UNUSED),
    "contenttypes.ContentType": alike("id app_label model", _UNUSED),
}


def forget_sessions(at: datetime) -> int:
    """Sessions that have run out, and what was noted of them."""
    gone = Session.objects.filter(expire_date__lt=at).delete()[0]
    SignIn.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return gone


def forget_resets(at: datetime) -> int:
    """Second steps that were lost more than two years ago."""
    return StepReset.objects.filter(at__lt=at - RESETS_KEPT).delete()[0]


RULES: list[Rule] = [
    Rule("people.sessions", "Sessions that have run out are deleted every night.", forget_sessions),
    Rule("people.step-resets", "Requests to take away a second step are deleted after two years.", forget_resets),
]
