"""What a mediator does: one small form for each verb, at an address of its own."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as later

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.mediating import forms as f
from yimen.desk.mediating.drafting import Drafting
from yimen.desk.mediating.times import PROPOSED, OfferingTimes, OfTime
from yimen.desk.pages.mediation.doing import follow, of_sitting, offer_times, paper, show
from yimen.desk.words import said
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.endings import Ending
from yimen.mediation.policies import may
from yimen.mediation.queries.mediators import mediation_for
from yimen.mediation.queries.reading import agreement_of, names_of
from yimen.mediation.rooms.inside import MediatorIn
from yimen.mediation.rules import Screened, Standing
from yimen.mediation.sittings.rules import AN_HOUR, Form
from yimen.mediation.sittings.times import proposed_times
from yimen.mediation.words import DUTIES, RIGHTS

Does = Callable[[MediatorIn, Any, datetime], Any]


class Act(NamedTuple):
    """One thing to do: the verb that is asked about, its words, its form, and how it is done."""

    verb: str
    title: str | Promise
    form: type[forms.Form]
    do: Does
    look: str = ""


def _plan(me: MediatorIn, form: Any, at: datetime) -> object:  # noqa: ANN401 – a Planning
    typed = form.cleaned_data
    plan = verbs.Plan(form.begins_at(), typed["minutes"], Form(typed["form"]), typed["where"], typed["alone"])
    return verbs.schedule_sitting(by=me, plan=plan, at=at)


#: The form's fields are the verb's words; whatever needs more stands in ``doing.py``.
ACTS: dict[str, Act] = {
    "hearing": Act("screen", later("Heard a side alone"), f.Screening, lambda me, form, at: verbs.screen_side(
        by=me, side=form.cleaned_data["side"], found=Screened(form.cleaned_data["found"]),
        words=form.cleaned_data["words"], at=at)),
    "invitation": Act("invite", later("Invite whoever has not come"), f.Inviting, lambda me, form, at:
        verbs.invite_sides(by=me, summary=form.cleaned_data["words"], nonce=form.cleaned_data["nonce"], at=at)),
    "session": Act("schedule", later("Plan a session"), f.Planning, _plan),
    "times": Act("offer_times", later("Offer times for a session"), OfferingTimes, offer_times),
    "fixing-time": Act("schedule", later("Plan a session at this time"), OfTime, lambda me, form, at: verbs.fix_time(
        by=me, time=form.cleaned_data["time"], at=at)),
    "taking-back": Act("offer_times", later("Take the offered times back"), f.Nothing, lambda me, _form, at:
        verbs.withdraw_times(by=me, at=at), "plain"),
    "record": Act("hold", later("Write down a session"), f.Held, lambda me, form, at: verbs.hold_sitting(
        by=me, sitting=of_sitting(me, form), words=form.cleaned_data["words"], facts=form.cleaned_data["facts"],
        at=at)),
    "cancelling": Act("schedule", later("Call a session off"), f.Chosen, lambda me, form, at: verbs.cancel_sitting(
        by=me, sitting=of_sitting(me, form), at=at), "plain"),
    "to-side": Act("note", later("Write to one side alone"), f.WritingToSide, lambda me, form, at: verbs.note_to_side(
        by=me, side=form.cleaned_data["side"], words=form.cleaned_data["words"],
        is_caucus=form.cleaned_data["caucus"], at=at)),
    "to-all": Act("note", later("Write to all"), f.WritingToAll, lambda me, form, at: verbs.note_to_all(
        by=me, words=form.cleaned_data["words"], is_facts=form.cleaned_data["facts"], at=at)),
    "file": Act("show_file", later("Show a photo or a document"), f.ShowingFiles, show),
    "unshow": Act("take_back_file", later("Take a file back"), f.OfFile, lambda me, form, at: verbs.take_back_file(
        by=me, mark=form.cleaned_data["mark"], at=at), "plain"),
    "own-note": Act("note", later("Note for yourself"), f.Writing, lambda me, form, at: verbs.note_for_oneself(
        by=me, words=form.cleaned_data["words"], at=at)),
    "proposal": Act("propose", later("Propose something to all"), f.Writing, lambda me, form, at:
        verbs.propose_to_all(by=me, words=form.cleaned_data["words"], at=at)),
    "rights": Act("confirm_rights", later("Rights and duties read out"), f.ReadOut, lambda me, form, at:
        verbs.confirm_rights(by=me, side=form.cleaned_data["side"], at=at)),
    "draft": Act("draft", later("Write the agreement"), Drafting, lambda me, form, at: verbs.draft_agreement(
        by=me, text=form.text(), at=at)),
    "fixing": Act("put_to_signing", later("Put the text to signing"), f.Nothing, lambda me, _form, at:
        verbs.put_to_signing(by=me, at=at)),
    "signature": Act("sign", later("Sign as mediator"), f.Signing, lambda me, form, at: verbs.sign_agreement(
        by=me, digest=form.cleaned_data["digest"], name=form.cleaned_data["signature"],
        drawn=form.cleaned_data["drawn"], at=at)),
    "paper": Act("sign_paper", later("A side signed on paper"), f.OnPaper, paper),
    "change": Act("ask_change", later("Take the text back"), f.Nothing, lambda me, _form, at: verbs.ask_change(
        by=me, at=at), "plain"),
    "following": Act("follow_up", later("What has become of it"), f.Following, follow),
    "finishing": Act("finish", later("Finish: everything was followed up"), f.Nothing, lambda me, _form, at:
        verbs.follow_to_the_end(by=me, at=at)),
    "ending": Act("end", later("End without agreement"), f.Ended, lambda me, form, at: verbs.end_without_agreement(
        by=me, ending=Ending(form.cleaned_data["ending"]), at=at), "danger"),
}  # fmt: skip


@at_desk
def page(request: AtDesk, mediation: int, act: str) -> HttpResponse:
    """Show the form, or do it and go back; a refusal stands on the form with everything typed."""
    me, wanted = mediation_for(request.acting, mediation, request.at), ACTS.get(act)
    if me is None or wanted is None:
        raise Http404
    names = names_of(me)
    sides = [(one.number, one.name) for one in names if one.standing == Standing.IN or act in {"draft", "paper"}]
    form = _form(request, me, wanted, sides)
    verdict = may(me, wanted.verb)
    if verdict and form.is_valid():
        try:
            done = wanted.do(me, form, request.at)
        except Refused as refusal:
            form.add_error(None, said(refusal.verdict))
        else:
            if act == "invitation":
                codes = [(one.name, shown(done[one.number])) for one in names if one.number in done]
                return render(request, "desk/mediation/codes.html", {"codes": codes, "pk": mediation})
            messages.success(request, str(wanted.title), extra_tags="done")
            return redirect("desk_mediation", mediation)
    seen = {"act": wanted, "name": act, "form": form, "verdict": verdict, "pk": mediation}
    if act == "rights":
        seen |= {"rights": RIGHTS, "duties": DUTIES}
    return render(request, "desk/mediation/act.html", seen)


def _form(request: AtDesk, me: MediatorIn, act: Act, sides: list[tuple[int, str]]) -> forms.Form:
    data = request.POST if request.method == "POST" else None
    keys = {"sides": sides} if issubclass(act.form, f.OfSides) else {}
    form = act.form(data, request.FILES or None, **keys)  # type: ignore[arg-type]
    for name in ("sitting", "place", "time", "mark"):
        form.initial[name] = request.GET.get(name, "")
    if "digest" in form.fields:
        written = agreement_of(me)
        form.initial["digest"] = written.digest if written else ""
    if isinstance(form, OfferingTimes) and data is None:
        form.propose(proposed_times(me, AN_HOUR, request.at, PROPOSED))
    if isinstance(form, Drafting) and data is None and (written := agreement_of(me)):
        form.begin_with(written.text, sides)
    return form
