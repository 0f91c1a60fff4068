"""What a side can do: one small form for each verb, at an address of its own."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as later

from yimen.kernel.verdict import Refused, Verdict
from yimen.mediation import verbs
from yimen.mediation.policies import NOT_YOU, may
from yimen.mediation.queries.reading import proposals_of
from yimen.mediation.rooms.inside import SideIn, WithCode
from yimen.mediation.sittings.rules import NOTHING_OFFERED
from yimen.mediation.sittings.times import offered_to
from yimen.mediation.words import DUTIES, RIGHTS
from yimen.public.pages.mediation.act import SENT, Act, Typed
from yimen.public.pages.mediation.company import COMPANY, CodeFor, code_page
from yimen.public.pages.mediation.files import show
from yimen.public.pages.mediation.forms import (
    Answering,
    Knowing,
    Nothing,
    OfFile,
    Perhaps,
    Saying,
    Showing,
    Signing,
    Suiting,
    Until,
)
from yimen.public.pages.mediation.here import with_code
from yimen.public.pages.mediation.room import about, offer_in_words
from yimen.public.saying import put_on


def _answer(me: SideIn, typed: Typed, at: datetime) -> None:
    found = next((one.proposal for one in proposals_of(me) if one.proposal.pk == typed["proposal"]), None)
    if found is None:
        raise Refused(NOT_YOU)
    verbs.answer_proposal(by=me, proposal=found, accepts=typed["accepts"], at=at)


ACTS: dict[str, Act] = {
    "alone": Act(
        "say_alone", later("To the mediator alone"), later("The other side has no key to this, and never will."),
        later("Send"), SENT, Saying, lambda me, typed, at: verbs.say_privately(by=me, words=typed["words"], at=at),
    ),
    "all": Act(
        "say", later("To all"), later("Everybody in this mediation reads it."), later("Send to all"), SENT, Saying,
        lambda me, typed, at: verbs.say_to_all(by=me, words=typed["words"], at=at),
    ),
    "file": Act(
        "show_file", later("Show a photo or a document"), later("It is sealed like your words. You can take it back."),
        later("Show it"), later("It is shown."), Showing, show,
    ),
    "unshow": Act(
        "take_back_file", later("Take a file back"), later("Nobody can open it here any more."),
        later("Take it back"), later("It is gone."), OfFile,
        lambda me, typed, at: verbs.take_back_file(by=me, mark=typed["mark"], at=at), "plain",
    ),
    "yes": Act(
        "choose_mediator", later("This mediator is right for me"), later("You can still ask for another one later."),
        later("Yes, go on"), later("Thank you. It begins when all have said so and were heard."), Nothing,
        lambda me, _typed, at: verbs.choose_mediator(by=me, at=at),
    ),
    "another": Act(
        "refuse_mediator", later("Another mediator"), later("The committee names somebody else. Nobody asks why."),
        later("I want another one"), later("The committee will name somebody else."), Perhaps,
        lambda me, typed, at: verbs.refuse_mediator(by=me, why=typed["words"], at=at),
    ),
    "rights": Act(
        "confirm_rights", later("Your rights and duties"), later("The mediator reads this out to everybody."),
        later("I understand"), later("Thank you."), Knowing,
        lambda me, _typed, at: verbs.confirm_rights(by=me, at=at),
    ),
    "proposal": Act(
        "propose", later("Propose something"), later("It binds nobody, and proves nothing elsewhere."),
        later("Propose it to all"), later("All can read your proposal."), Saying,
        lambda me, typed, at: verbs.propose_to_all(by=me, words=typed["words"], at=at),
    ),
    "answer": Act(
        "answer_proposal", later("Your answer"), later("A yes signs nothing. What counts is the agreement."),
        later("Send"), later("Your answer was sent."), Answering, _answer,
    ),
    "time": Act(
        "ask_time", later("More time"), later("It is given if all sides say the same day; a month at a time."),
        later("Ask for it"), later("The others are asked too."), Until,
        lambda me, typed, at: verbs.ask_time(by=me, until=typed["until"], at=at),
    ),
    "times": Act(
        "answer_times", later("When can you come?"), later("If none of them suits, leave all empty and send it."),
        later("Send"), later("Thank you. The mediator plans a session, or offers other times."), Suiting,
        lambda me, typed, at: verbs.answer_times(by=me, suits=typed["suits"], at=at),
    ),
    "signature": Act(
        "sign", later("Read and sign"), later("It is in force only when all have signed. Until then you may leave."),
        later("Sign"), later("You have signed."), Signing,
        lambda me, typed, at: verbs.sign_agreement(
            by=me, digest=typed["digest"], name=typed["name"], drawn=typed["drawn"], at=at),
    ),
    "change": Act(
        "ask_change", later("Change the text"), later("It is written anew, and nobody has signed then."),
        later("I want it changed"), later("The mediator writes it anew. Say what you want."), Nothing,
        lambda me, _typed, at: verbs.ask_change(by=me, at=at),
    ),
    "leaving": Act(
        "leave", later("Leave the mediation"), later("It is over for all at once, and cannot be taken up again."),
        later("Leave the mediation"), later("You have left."), Nothing,
        lambda me, _typed, at: verbs.leave_mediation(by=me, at=at), "danger",
    ),
    **COMPANY,
}  # fmt: skip


@with_code
def page(request: HttpRequest, me: WithCode, at: datetime, act: str) -> HttpResponse:
    """Show the form, or do it and go back; a refusal stands on the form with everything typed."""
    wanted = ACTS.get(act)
    if wanted is None:
        raise Http404
    verdict = may(me, wanted.verb)
    sent = request.method == "POST" and bool(verdict)
    form = wanted.form(request.POST if sent else None, request.FILES if sent else None)
    if isinstance(form, Suiting):
        times = offered_to(me)
        verdict = verdict if times or not verdict else Verdict(NOTHING_OFFERED)
        form.offer([(one.time.pk, offer_in_words(one), one.suits.get(me.side.number, False)) for one in times])
    if verdict and form.is_valid():
        try:
            done = wanted.do(me, form.cleaned_data, at)
        except Refused as refusal:
            put_on(form, refusal)
        else:
            if isinstance(done, CodeFor):
                return code_page(request, done)
            messages.success(request, str(wanted.done), extra_tags="done")
            return redirect("mediation-room")
    return render(request, "public/mediation/act.html", _seen(me, act, wanted, form, verdict))


def _seen(me: WithCode, name: str, act: Act, form: forms.Form, verdict: Verdict) -> dict[str, object]:
    seen: dict[str, object] = {"act": act, "name": name, "form": form, "verdict": verdict}
    if name == "rights":
        seen |= {"rights": RIGHTS, "duties": DUTIES}
    if name == "signature" and verdict:
        seen |= about(me)
        written: Any = seen["written"]
        form.initial["digest"] = written.digest if written else ""
    return seen
