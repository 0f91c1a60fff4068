"""How the desk speaks: of what can be done, of what happened, and of a no with its reason."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.kernel.languages import filled
from yimen.kernel.verdict import Verdict

Words = str | Promise


def said(verdict: Verdict) -> str:
    """The reason of a no, in the reader's language."""
    return filled(gettext(verdict.reason), verdict.params, get_language() or "")


def say_no(request: HttpRequest, verdict: Verdict, *sent: forms.BaseForm) -> None:
    """A no stands above the form that was sent; of a button that has no form of its own, above the page."""
    form = next((one for one in sent if one.is_bound), None)
    if form is None:
        messages.error(request, said(verdict))
    else:
        form.add_error(None, said(verdict))


@dataclass(frozen=True)
class Doing:
    """One thing an office can do with a case: the verb, its page, and its words."""

    verb: str  # as in cases.policies.may
    page: str  # the name of its address
    button: Words
    lead: Words  # what it means
    done: Words


#: In the order in which a desk thinks of them; the first that is possible is the big button.
DOINGS = (
    Doing(
        "decide",
        "desk_decision",
        _("Decide whose case it is"),
        _("Two offices disagree. Your decision holds, and the resident is told which office has the case."),
        _("You have decided. The resident is told."),
    ),
    Doing(
        "accept",
        "desk_acceptance",
        _("Accept the case"),
        _("You say: this is ours. The resident is told by when it will be answered."),
        _("The case is accepted. The resident is told by when it will be answered."),
    ),
    Doing(
        "answer",
        "desk_answer",
        _("Answer"),
        _("Say what you did or decided and why, in words the resident uses. What they may do next is added by itself."),
        _("The answer is sent. The resident is told what they may do next."),
    ),
    Doing(
        "ask",
        "desk_question",
        _("Ask the resident"),
        _("Ask only what you need to know. It is the resident's turn then."),
        _("The question is sent. It is the resident's turn."),
    ),
    Doing(
        "sort",
        "desk_category",
        _("Find the category"),
        _("The category decides which office has the case and by when. Dates count from the day it was received."),
        _("The case has its category."),
    ),
    Doing(
        "hand_over",
        "desk_handing",
        _("Hand over"),
        _("The case goes to another office. It may object; the resident is told where the case is and why."),
        _("The case is handed over. The resident is told."),
    ),
    Doing(
        "object",
        "desk_objection",
        _("Object: not ours"),
        _("The superior of both offices decides. The resident's date stays where it is."),
        _("You have objected. The superior office decides."),
    ),
    Doing(
        "refer",
        "desk_referral",
        _("Send to another door"),
        _("The matter belongs to a court or another body. The case ends here, and the resident is told where to go."),
        _("The resident is told which door is the right one. The case ends here."),
    ),
    Doing(
        "extend",
        "desk_extension",
        _("Give more time"),
        _("The limit grows once, before it ends. The resident is told the reason and the new day."),
        _("The office has more time. The resident is told the reason and the new day."),
    ),
    Doing(
        "give_back",
        "desk_giving_back",
        _("Give back, to be done again"),
        _("The resident was unhappy. The office has the case anew, with a new date; the rating stays as it was."),
        _("The office has the case again. The resident is told why and until when."),
    ),
    Doing(
        "instruct",
        "desk_instruction",
        _("Instruct the office"),
        _("Say what the office shall do, and by when it reports to you."),
        _("The office is instructed."),
    ),
    Doing(
        "report",
        "desk_report",
        _("Report to the supervisor"),
        _("Your supervisor has instructed your office on this case. Say what was done."),
        _("The report is with the supervisor."),
    ),
)

#: What happened, as the desk reads it (``cases.words.TIMELINE`` speaks to the resident).
HAPPENED: dict[str, Words] = {
    "case.submitted": _("The case came in"),
    "case.taken_over": _("Taken over from an older system"),
    "case.accepted": _("Accepted"),
    "case.referred": _("Sent to another door"),
    "case.sorted": _("The category was found"),
    "case.handed_over": _("Handed over"),
    "case.objected": _("Objected: not ours"),
    "case.decided": _("The superior office decided"),
    "case.asked": _("The resident was asked"),
    "case.replied": _("The resident replied"),
    "case.added": _("The resident added something"),
    "case.extended": _("More time was given"),
    "case.answered": _("Answered"),
    "case.rated": _("The resident rated the answer"),
    "case.closed": _("Closed"),
    "case.reopened": _("The resident opened the case again"),
    "case.withdrawn": _("The resident took the case back"),
    "case.erased": _("The resident had the case erased"),
    "case.due_moved": _("The date moved because the calendar changed"),
    "case.returned": _("Given back to be done again"),
    "case.instructed": _("The supervisor instructed the office"),
    "case.reported": _("The office reported back"),
    "case.called": _("The service desk called about the answer"),
    "case.visited": _("The resident came in person"),
    "case.letter_returned": _("A letter came back: the e-mail could not be delivered"),
    "case.urged": _("Urged to keep the date"),
}
ACTORS: dict[str, Words] = {
    "resident": _("The resident"),
    "clock": _("By itself"),
    "operator": _("From the older system"),
}
STAGES: dict[str, Words] = {
    "notice": _("Say whose case it is"),
    "handle": _("Answer"),
    "object": _("Object, if it is not yours"),
}
ENDED: dict[str, Words] = {"met": _("done on %(day)s"), "stopped": _("no longer needed since %(day)s")}
#: States and kinds as the desk reads them; ``cases.words`` speaks to the resident.
STATES: dict[str, Words] = {
    "received": _("Received"),
    "objected": _("Two offices disagree whose it is"),
    "handling": _("Being handled"),
    "asked": _("A question was asked"),
    "mediating": _("In mediation"),
    "answered": _("Answered"),
    "closed": _("Closed"),
    "referred": _("Belongs to another door"),
    "withdrawn": _("Withdrawn"),
}
KINDS: dict[str, Words] = {
    "consult": _("Question"),
    "help": _("Help"),
    "fault": _("Something broken"),
    "complaint": _("Complaint"),
    "suggestion": _("Suggestion"),
    "thanks": _("Thanks"),
    "dispute": _("Quarrel"),
}
LIST_WORDS: dict[str, Words] = {
    "unrouted": _("No office found yet"),
    "mine": _("My turn"),
    "overdue": _("Overdue"),
    "soon": _("Due soon"),
    "returned": _("Came back"),
    "time": _("More time asked for"),
    "waiting": _("Waiting for the resident"),
    "area": _("My area"),
    "due": _("All open, by date"),
    "all": _("All"),
}
#: How the resident can be told, without the address: letters go by themselves.
REACHED: dict[str, Words] = {
    "none": _("The resident asked not to be written to; everything stands under the receipt."),
    "here": _("The resident reads everything under the receipt."),
    "email": _("The resident is told by e-mail; letters go by themselves."),
    "sms": _("The resident is told by text message; letters go by themselves."),
    "post": _("The resident is told by post; the service desk prints the letters."),
}
#: The lists of the ladder.
URGENT: dict[str, Words] = {
    "reminded": _("Reminded"),
    "told": _("Told to me"),
    "inspection": _("Inspection list"),
}
CALL_BACKS = _("Call-backs")
UNHAPPY = _("Unhappy answers")
URGENT_LEADS: dict[str, Words] = {
    "reminded": _("The clock has reminded your office of these. Only keeping the date takes a case off this list."),
    "told": _("The last day of these is near or over, and you are told because you supervise the office."),
    "inspection": _("These are overdue in offices below yours. Ask the office what stands in the way."),
}
#: The numbers of the overview.
NUMBERS: dict[str, Words] = {
    "open": _("open"),
    "late": _("overdue"),
    "soon": _("due within 3 working days"),
    "stuck": _("without a step for 10 working days"),
    "returned": _("returned to be done again"),
    "unrouted": _("no office found yet"),
    "urged": _("on the ladder"),
    "inspected": _("on the inspection list"),
    "vacant": _("posts without a holder"),
}
WEEKLY: dict[str, Words] = {"received": _("Received"), "answered": _("Answered"), "in_time": _("Answered in time")}
