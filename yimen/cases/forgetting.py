"""What is kept of a case and why. Its words and contacts go when its retention class says so."""

from yimen.cases.fading import fade_contacts, fade_words
from yimen.cases.views.queries import forget_views
from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_DUTY = "duty to receive, handle and answer (信访工作条例 art. 22–34; PIPL art. 13, 3)"
_BOTH = "its resident; the offices that have the case, each look noted"
_WITH = "as the retention class of its category says"

_ROAD = Field("to bring the case to the right office, in time, and say where it stands", _DUTY, _BOTH, _WITH)
_WORDS = Field("to know what is wrong and where", _DUTY, _BOTH, _WITH)
_SAID = Field("to ask, answer and explain in writing", _DUTY, _BOTH, _WITH)
_HOW = Field("to be able to tell the resident", "the resident's own choice (PIPL art. 13, 1)", _BOTH, _WITH)
_NEEDS = Field(
    "to bring an interpreter, read letters aloud, open a way without steps",
    "the resident's own choice (PIPL art. 13, 1; art. 29)",
    _BOTH,
    "until ninety days after the case ended",
)
_KEY = Field("to open the case with its receipt, which itself is not stored", _DUTY, "nobody; the program", _WITH)
_ACCUSED = Field("to keep the case away from the office it is about", _DUTY, "nobody; the program", _WITH)
_OPINION = Field("to answer with reasons and remedies", "信访工作条例 art. 32", _BOTH, _WITH)
_ASKED = Field(
    "to let offices work on one case together, and ask advice without opening it",
    _DUTY,
    "the offices that have the case and whoever was asked; its resident: that, whom and by when, not the words",
    _WITH,
)
_ASIDE = Field(
    "to keep whoever has an interest in a case away from it (回避)",
    _DUTY,
    "the supervisors of the office that has the case; its resident: that somebody stands aside, and what they asked",
    _WITH,
)
_HOLDER = Field(
    "to let several bring one case, each with a receipt of their own, and tell each by the way they chose",
    "their own choice (PIPL art. 13, 1); at most five (信访工作条例 art. 20)",
    "nobody; the program. The others and the offices read how many they are",
    "until they leave; else as the retention class of its category says",
)
_NOTE = Field(
    "to spare colleagues asking again",
    _DUTY,
    "the office that has the case, and its superiors; its resident: that, when and by which office, not the words",
    _WITH,
)
_RATING = Field("to learn whether the answer helped", "the resident's own choice (PIPL art. 13, 1)", _BOTH, _WITH)

_VIEW = Field(
    "to come back to a list with one press",
    "employment (PIPL art. 13, 2)",
    "whoever keeps it, nobody else",
    "until they remove it or no longer work here",
)

INVENTORY: Inventory = {
    "cases.Case": {
        **alike(
            "id version received_at state stage kind channel language category procedure area office turn_office"
            " route due_on due_is_provisional stands_from_on ended_at returned asks_time reopened has_recusals consent"
            " joint main says_same kept fades_at",
            _ROAD,
        ),
        **alike("words longitude latitude place_words", _WORDS),
        **alike("tell contact_name email phone postal", _HOW),
        "needs": _NEEDS,
        **alike("receipt_hash digest", _KEY),
        "accused_office": _ACCUSED,
    },
    "cases.Message": alike("id case at kind about by office text", _SAID),
    "cases.Opinion": alike(
        "id case at by office stage finding outcome claims facts opinion basis remedies ask_until", _OPINION
    ),
    "cases.Rating": alike("id opinion at solved satisfied visits words", _RATING),
    "cases.Enquiry": alike(
        "id version case at by from_office whom to_office to_post question state due_on answer ended_at", _ASKED
    ),
    "cases.Recusal": alike("id version case staff state at by why", _ASIDE),
    "cases.Note": alike("id case at by office text", _NOTE),
    "cases.Holder": alike(
        "id version case kind state at invitation_hash receipt_hash language tell email phone", _HOLDER
    ),
    "cases.View": alike("id staff called asked", _VIEW),
    "cases.Review": alike("id case at stage from_office office hearing_from_on hearing_until_on left_on", _ROAD),
    "cases.Handing": alike("id case at by from_office to_office state object_until_on", _ROAD),
}
RULES: list[Rule] = [
    Rule(
        "cases.contacts",
        "Name, addresses, telephone and needs of a case are removed 90 days after it ended.",
        fade_contacts,
    ),
    Rule(
        "cases.words",
        "Words, place, files and letters of a case are removed 2 years (faults), 5 years (petitions) or 3 years (all"
        " others) after it ended; codes and dates stay for figures.",
        fade_words,
    ),
    Rule(
        "cases.views",
        "Saved lists of staff who no longer work here are deleted every night.",
        forget_views,
    ),
]
