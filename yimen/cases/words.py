"""How the life of a case is told: one plain sentence per journal code, one word per code of the case."""

from collections.abc import Mapping

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from yimen.cases.rules import Channel, Outcome, Satisfied, Solved, State, Turn, Way
from yimen.cases.together.rules import Whom
from yimen.kernel.languages import name_in
from yimen.people.rules import ROLE_WORDS, Role
from yimen.routing.rules import Kind

#: What the timeline says of each journal entry about a case.
TIMELINE = {
    "case.submitted": _("We received your case."),
    "case.taken_over": _("Your case was taken over from an older system."),
    "case.accepted": _("The office accepted your case."),
    "case.referred": _("Your case belongs to another door."),
    "case.sorted": _("A clerk found the category for your case."),
    "case.handed_over": _("Your case was handed to another office."),
    "case.objected": _("The office says the case is not its own; the superior office decides."),
    "case.decided": _("The superior office decided who handles your case."),
    "case.asked": _("The office asked you something."),
    "case.replied": _("You answered the office."),
    "case.added": _("You added something."),
    "case.part_asked": _("The office asked another office for its part."),
    "case.advice_asked": _("The office asked for advice."),
    "case.enquiry_answered": _("Whoever was asked has answered the office."),
    "case.enquiry_declined": _("Whoever was asked could not answer the office."),
    "case.enquiry_recalled": _("The office no longer needs what it had asked."),
    "case.stood_aside": _("Somebody of the office stands aside from your case."),
    "case.recusal_ordered": _("The supervisor had somebody of the office stand aside from your case."),
    "case.recusal_wished": _("You asked that somebody else handles your case."),
    "case.recusal_decided": _("The supervisor decided whether somebody stands aside."),
    "case.invited": _("You invited others to stand in your case."),
    "case.uninvited": _("You took open invitations back."),
    "case.helper_ended": _("You ended the helper’s receipt."),
    "case.joined": _("You joined this case."),
    "case.left": _("You left this case."),
    "case.noted": _("The office wrote a note for its colleagues."),
    "case.mended": _("The office corrected what kind of matter your case is."),
    "case.linked": _("The office handles your case together with others about the same thing. Yours stays your own."),
    "case.me_too_said": _("You said that yours is the same thing as one that is here already."),
    "case.unlinked": _("The office handles your case by itself again."),
    "case.time_asked": _("The office asked its head for more time."),
    "case.time_refused": _("The head of the office gave no more time."),
    "case.extended": _("The office was given more time."),
    "case.answered": _("The office answered."),
    "case.rated": _("You rated the answer."),
    "case.closed": _("The case was closed."),
    "case.review_asked": _("You asked for a review."),
    "case.hearing_begun": _("A hearing began."),
    "case.hearing_ended": _("The hearing ended."),
    "case.mediation_offered": _("The office told you of mediation. It is voluntary and free of charge."),
    "case.mediation_begun": _("You asked for mediation. The date stands still meanwhile."),
    "case.mediation_agreed": _("The two sides agreed in mediation. The office goes on with your case."),
    "case.mediation_ended": _("The mediation ended without agreement. The office goes on with your case."),
    "case.reviewed": _("The answer was reviewed."),
    "case.sent_back": _("The review sent your case back to be decided again."),
    "case.passed_up": _("Everybody in the office that reviews stands aside, so the office above it reviews."),
    "case.review_left": _(
        "Everybody in this town who could review it stands aside. The next higher government reviews."
    ),
    "case.reopened": _("You opened the case again."),
    "case.withdrawn": _("You took the case back."),
    "case.erased": _("You had your case erased."),
    "case.due_moved": _("The date moved because the calendar changed."),
    "case.returned": _("The supervisor gave your case back to the office, to be done again."),
    "case.instructed": _("The supervisor instructed the office to act on your case."),
    "case.reported": _("The office reported to its supervisor."),
    "case.called": _("The service desk called you about the answer."),
    "case.visited": _("You came in person about your case."),
    "case.letter_returned": _("A letter could not be delivered by e-mail. It can be read here."),
    "case.urged": _("The office was urged to keep your date."),
}

STATES = {
    State.RECEIVED: _("Received"),
    State.OBJECTED: _("Two offices disagree whose it is"),
    State.HANDLING: _("Being handled"),
    State.ASKED: _("A question was asked"),
    State.MEDIATING: _("In mediation"),
    State.ANSWERED: _("Answered"),
    State.CLOSED: _("Closed"),
    State.REFERRED: _("Belongs to another door"),
    State.WITHDRAWN: _("Taken back"),
}
TURNS = {
    Turn.OFFICE: _("The office’s turn"),
    Turn.SUPERIOR: _("The superior office’s turn"),
    Turn.RESIDENT: _("Your turn"),
    Turn.SIDES: _("The two sides’ turn"),
    Turn.NOBODY: _("Nothing to do"),
}
#: The same, for the desk: there the resident is somebody else.
DESK_TURNS = TURNS | {Turn.RESIDENT: _("The resident’s turn")}
KINDS = {
    Kind.CONSULT: _("A question"),
    Kind.HELP: _("I need help"),
    Kind.FAULT: _("Something is broken"),
    Kind.COMPLAINT: _("A complaint about a service or an office"),
    Kind.SUGGESTION: _("A suggestion"),
    Kind.THANKS: _("Thanks"),
    Kind.DISPUTE: _("A quarrel that I am part of"),
}
CHANNELS = {
    Channel.VISIT: _("Visit"),
    Channel.LETTER: _("Letter or e-mail"),
    Channel.WEB: _("Web"),
    Channel.PHONE: _("Telephone"),
    Channel.VIDEO: _("Video call"),
    Channel.IMPORT: _("Older system"),
}
WAYS = {
    Way.NONE: _("Do not write to me"),
    Way.HERE: _("Only here, under my receipt"),
    Way.EMAIL: _("By e-mail"),
    Way.SMS: _("By text message"),
    Way.POST: _("By post, on paper"),
}
OUTCOMES = {
    Outcome.DONE: _("Done"),
    Outcome.SUPPORT: _("We agree with your request"),
    Outcome.EXPLAIN: _("We explain why"),
    Outcome.NOT_SUPPORT: _("We can't agree with your request"),
}
SOLVED = {Solved.YES: _("Yes, it is solved"), Solved.PARTLY: _("Partly"), Solved.NO: _("No")}
SATISFIED = {Satisfied.YES: _("Yes"), Satisfied.MIDDLING: _("So-so"), Satisfied.NO: _("No")}


def asked_in_words(whom: Whom, office_names: Mapping[str, str], language: str) -> str:
    """Who was asked: another office by its name, an adviser by role and office."""
    name = name_in(office_names, language)
    return name if whom is Whom.CO_HANDLER else f"{gettext(ROLE_WORDS[Role(whom.value)])} · {name}"


def in_language(words: str, language: str) -> str:
    """These words in a language that may not be the reader's: a letter is in its receiver's."""
    with override(language):
        return gettext(words)
