"""Why staff may look at a resident's case. Pure: no Django, no clock."""

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.people.rules import Role

#: The purpose of an office that another one asked for its part; for its own cases it has the others.
ASSIST = "assist"
REVIEW, REVIEWING = "review", gettext_noop("to review an answer, as its resident asked")
#: By role, the purposes that there are, in the words the resident reads: "a clerk looked, to send it to the right
#: office". A look without one of them does not open; a role without any opens nothing.
PURPOSES: dict[Role, dict[str, str]] = {
    Role.CLERK: {
        "sort": gettext_noop("to send it to the right office"),
        "help": gettext_noop("to help the resident at the counter or on the telephone"),
        ASSIST: gettext_noop("to give their office's part, which another office asked for"),
    },
    Role.HANDLER: {
        "handle": gettext_noop("to handle the case"),
        "answer_question": gettext_noop("to answer the resident's question"),
        REVIEW: REVIEWING,
        ASSIST: gettext_noop("to give their office's part, which another office asked for"),
    },
    Role.SUPERVISOR: {
        "supervise": gettext_noop("to see why it is late or stuck"),
        "decide": gettext_noop("to decide between two offices"),
        "extend": gettext_noop("to decide whether the office may take more time"),
        REVIEW: REVIEWING,
        ASSIST: gettext_noop("to give their office's part, which another office asked for"),
    },
    Role.ADMINISTRATOR: {},
    Role.MEDIATOR: {},
    Role.AREA_LEAD: {},
    Role.AREA_ADVISER: {},
    Role.LEGAL_ADVISER: {},
}

#: Why cases are taken out of the town in a file, in the words the resident reads.
TAKING_OUT = {
    "take_meeting": gettext_noop("taken out in a file: for a meeting about the cases"),
    "take_visit": gettext_noop("taken out in a file: for work where there is no network"),
    "take_review": gettext_noop("taken out in a file: for an inspection of the office’s work"),
}
#: What a search notes for each case among whose words something was found.
FOUND = "search"
_FOUND = {FOUND: gettext_noop("some of its words were shown among the hits of a search")}
ARRIVAL = "arrival"
STANDING = "standing"
WISHED = "wished"
ON_PAPER = "on_paper"
POSTING = "posting"
_POSTED = {POSTING: gettext_noop("to print a letter to the resident and put it into the post")}
#: Purposes that a page of its own brings along; nobody chooses them from a list.
MEDIATE = "mediate"
OF_A_PAGE: dict[Role, dict[str, str]] = {
    Role.CLERK: {
        "call_back": gettext_noop("to call back about the answer"),
        ARRIVAL: gettext_noop("to see what a mail says that could not be taken by itself"),
        STANDING: gettext_noop("to say on the telephone where it stands, to whoever gave the receipt"),
        WISHED: gettext_noop("to call back, as was asked for"),
        ON_PAPER: gettext_noop("to go on with a letter on paper that a colleague had begun to bring in"),
        **_POSTED,
        **_FOUND,
    },
    Role.HANDLER: _POSTED | _FOUND,
    # Of mediations only: a mediator opens no case.
    Role.MEDIATOR: {MEDIATE: gettext_noop("to mediate between you")},
    Role.SUPERVISOR: _POSTED | _FOUND,
}

NO_PURPOSE = {
    Role.ADMINISTRATOR: gettext_noop("An administrator sets up the town and reads no cases."),
    Role.MEDIATOR: gettext_noop("A mediator reads what the parties tell them, and no cases."),
    Role.AREA_LEAD: gettext_noop("An area lead reads no cases: residents tell them what they want to tell."),
    Role.AREA_ADVISER: gettext_noop("An area adviser reads no cases: residents tell them what they want to tell."),
    Role.LEGAL_ADVISER: gettext_noop("A legal adviser reads no cases: residents tell them what they want to tell."),
}
SAY_WHY = gettext_noop("Please say first why you open this case. The resident will read it.")
NOT_YOURS = gettext_noop("From this post a case cannot be opened for this purpose.")

MOST_WRONG = 20  # wrong receipts an hour from one address: a slip is caught by the check symbol and not counted
MOST_WRONG_IN_ALL = 2_000  # an hour, from all addresses together
TOO_MANY_WRONG = gettext_noop(
    "Too many receipts that do not exist came from your connection. Please try again in an hour, or call the office."
)


MOST_SENT = 100  # new cases an hour from one connection: more than any office, school or village brings
TOO_MANY_SENT = gettext_noop(
    "Very many cases came from your connection within this hour. What you wrote is still here: please send it again in"
    " an hour, or call the service desk, which writes it down for you at once."
)


def may_send_more(sent_from_here: int) -> Verdict:
    """May one more case come from this connection, after so many in this hour?"""
    return YES if sent_from_here < MOST_SENT else Verdict(TOO_MANY_SENT)


def purposes_of(role: Role, *, is_part: bool = False) -> dict[str, str]:
    """The purposes that a role may choose from, code → words; the first one is the usual one.

    ``is_part``: for a case of another office, which asked for a part of it.
    """
    return {code: words for code, words in PURPOSES[role].items() if (code == ASSIST) is is_part}


def may_look(role: Role, purpose: str) -> Verdict:
    """May somebody in this role open a case for this purpose? (Whether it is a case of theirs is not asked here.)"""
    if purpose in OF_A_PAGE.get(role, {}):
        return YES
    if not PURPOSES[role]:
        return Verdict(NO_PURPOSE[role])
    if not purpose:
        return Verdict(SAY_WHY)
    return YES if purpose in PURPOSES[role] else Verdict(NOT_YOURS)


def may_try(wrong_from_here: int, wrong_in_all: int) -> Verdict:
    """May this address try a receipt, after so many wrong ones in this hour?

    The bound in all stops many addresses that guess together. It holds only for those that have guessed wrong
    themselves, or anybody could lock all residents out of their cases by guessing on purpose.
    """
    too_many = wrong_from_here >= MOST_WRONG or (wrong_from_here > 0 and wrong_in_all >= MOST_WRONG_IN_ALL)
    return Verdict(TOO_MANY_WRONG) if too_many else YES
