"""What an office may do with a case now, and what not and why; and how a page does one of these things."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from yimen.cases.policies import may, may_know
from yimen.cases.queries import Case, offices_of
from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import LONGEST_REMARK, may_give_back, may_object
from yimen.cases.together.aside import may_decide_wish, may_order_aside, may_stand_aside
from yimen.cases.together.noting import may_note
from yimen.desk.acting import AtDesk
from yimen.desk.beside.aside import is_wished
from yimen.desk.beside.coming_back import back_to_list
from yimen.desk.beside.notes import notes_on
from yimen.desk.beside.words import TOGETHER
from yimen.desk.opening import Opened
from yimen.desk.petition.hearing import IN_REVIEW, may_in_review
from yimen.desk.petition.time import ABOUT_TIME, may_about_time
from yimen.desk.petition.words import REVIEW, TIME
from yimen.desk.texts.inserting import INSERT, PIECE, QUOTE, joined, note_on, piece, pieces
from yimen.desk.told import told
from yimen.desk.words import DOINGS, Doing, said
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in
from yimen.kernel.verdict import Refused, Verdict
from yimen.knowledge.rules import Use
from yimen.routing.rules import Kind
from yimen.supervision.instructions import may_instruct, may_report

AGAIN = "version"
ENDING = frozenset({"answer", "refer"})  # what colleagues have not answered yet is recalled by it
BESIDE = frozenset({"note", "stand_aside", "order_recusal", "decide_recusal"})  # whatever state the case is in
ALL = (*REVIEW, *DOINGS, *TOGETHER, *TIME)
DOING = {doing.verb: doing for doing in ALL}


@dataclass(frozen=True)
class Possible:
    """One thing that could be done with the case, and whether it may be."""

    doing: Doing
    verdict: Verdict

    @property
    def why_not(self) -> str:
        """The reason of a no, in the reader's language."""
        return said(self.verdict)


def may_do(request: AtDesk, opened: Opened, verb: str) -> Verdict:
    """May this post do this with the case now? What the verb itself will ask, asked before the form is shown."""
    case = opened.seen.case
    procedure = opened.town.catalogue.procedure(case.procedure_id)
    if verb in {"instruct", "report"}:
        ask = may_instruct if verb == "instruct" else may_report
        return ask(request.acting, case, stands_open=_is_instructed(opened))
    if verb in BESIDE:
        return _may_beside(request, opened, verb)
    verdict = may(request.acting, case, verb, extension_by=procedure.extension_by)
    if verdict and verb == "give_back":
        rating = getattr(opened.story.last_opinion, "rating", None)
        return may_give_back(rating and rating.solved, rating and rating.satisfied, case.ended_at, request.at)
    if verdict and verb == "object":
        return _may_object(opened, day_of(request.at))
    if verdict and verb in IN_REVIEW:
        return may_in_review(opened, verb)
    return may_about_time(opened, verb, day_of(request.at)) if verdict and verb in ABOUT_TIME else verdict


def _may_beside(request: AtDesk, opened: Opened, verb: str) -> Verdict:
    by, case = request.acting, opened.seen.case
    if verb == "note":
        return may_note(by, case)
    if verb == "stand_aside":
        return may_stand_aside(by, case)
    if verb == "decide_recusal":
        return may_decide_wish(by, case, is_wished=is_wished(opened.story))
    return may_order_aside(by, case)


def _is_instructed(opened: Opened) -> bool:
    """Has the office not reported yet on the last instruction?"""
    said = [scene.code for scene in opened.story.scenes if scene.code in {"case.instructed", "case.reported"}]
    return bool(said) and said[-1] == "case.instructed"


def _may_object(opened: Opened, on: date) -> Verdict:
    """Only what was handed over, and nobody has decided on since, can be objected to; within its limit."""
    passed = [s for s in opened.story.scenes if s.code in {"case.handed_over", "case.objected", "case.decided"}]
    last = passed[-1] if passed else None
    is_ours = last is not None and last.office is not None and last.office.id == opened.seen.case.office_id
    until = [t.due_on for t in opened.story.terms if t.stage == "object" and t.ended_on is None]
    is_handed = last is not None and last.code == "case.handed_over" and is_ours
    return may_object(is_handed_over=is_handed, until_on=min(until, default=None), on=on)


def all_possible(request: AtDesk, opened: Opened) -> list[Possible]:
    """All that is ever done with cases, each with its yes or no; a case without a category is sorted first."""
    first = "sort" if opened.seen.case.category_id is None else ""
    is_first = opened.seen.case.stage == Stage.FIRST
    is_quarrel = opened.seen.case.kind == Kind.DISPUTE
    shown = [doing for doing in ALL if not (is_first and doing in REVIEW)]
    shown = [doing for doing in shown if is_quarrel or doing.verb != "offer_mediation"]
    doings = sorted(shown, key=lambda doing: doing.verb != first)
    return [Possible(doing, may_do(request, opened, doing.verb)) for doing in doings]


class Typed(forms.Form):
    """The form of a page that does something: it knows the version of the case that the person saw."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    into = ""  # the field that a kept text can be put into; empty where there is none
    use = Use.REASON  # which templates fit there
    note = ""  # what is said of a text that was put in

    def __init__(self, request: AtDesk, opened: Opened) -> None:
        self.now = opened.seen.case.version
        super().__init__(request.POST if request.method == "POST" else None, initial={AGAIN: self.now})
        self.fit(opened)

    def fit(self, opened: Opened) -> None:
        """Offer what this case allows to choose from."""

    @property
    def seen_version(self) -> int:
        """The version that stood on the page."""
        return int(self.cleaned_data[AGAIN])

    def refuse(self, refused: Refused) -> None:
        """Say the reason and keep what was typed; the page now shows the case as it is, so the next try may count."""
        self.add_error(None, said(refused.verdict))
        self.data = {name: self.data[name] for name in self.data} | {AGAIN: str(self.now)}


class Remark(Typed):
    """A form with one text."""

    into = "text"
    text = forms.CharField(max_length=LONGEST_REMARK, widget=forms.Textarea({"rows": 5}))


def answered(request: AtDesk, opened: Opened, verb: str, form: Typed, act: Callable[[Case], None]) -> HttpResponse:
    """Do it and say so; or show the form, where a refusal stands in words with everything that was typed.

    ``act`` is given the case as it stood on the person's page, so that a stale one is refused.
    """
    if form.into and (INSERT in request.POST or (request.method != "POST" and QUOTE in request.GET)):
        put_in(request, opened, form)
    elif form.is_valid():
        try:
            act(opened.seen.case.is_at(form.seen_version))
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(request, opened, verb)
    return show(request, opened, verb, form)


def put_in(request: AtDesk, opened: Opened, form: Typed) -> None:
    """Put the chosen text below what was typed. Nothing is sent and nothing is found wrong yet."""
    chosen = request.POST.get(PIECE, "") if request.method == "POST" else f"e{request.GET[QUOTE]}"
    found = piece(request, opened, form.use, chosen)
    form.initial.update({name: request.POST[name] for name in form.fields if name in request.POST})
    form.initial[form.into] = joined(form.initial.get(form.into, ""), found)
    form.is_bound, form.note = False, note_on(found, opened.seen.case.language)


def show(request: AtDesk, opened: Opened, verb: str, form: Typed) -> HttpResponse:
    """The page of one verb: its form with the case beside it, or the reason why it can't be done now."""
    case = opened.seen.case
    context = {
        "case": case,
        "category": opened.town.catalogue.by_id.get(case.category_id or 0),
        "is_late": case.is_late(day_of(request.at)),
        "doing": DOING[verb],
        "form": form,
        "verdict": may_do(request, opened, verb),
        "scenes": told(opened.story, opened.town, notes_on(request, opened)),
        "pieces": pieces(request, opened, form.use) if form.into else [],
        "note": form.note,
        "still_asked": _still_asked(opened) if verb in ENDING else "",
    }
    return render(request, "desk/verb.html", context)


def _still_asked(opened: Opened) -> str:
    """Of whom an answer is still awaited, and by when."""
    language = get_language() or ""
    waiting = [asking for asking in opened.story.askings if asking.is_open]
    return " · ".join(f"{each.whom(language)} ({day_in(each.enquiry.due_on, language)})" for each in waiting)


def done(request: AtDesk, opened: Opened, verb: str) -> HttpResponse:
    """Say what happened, on the case's page, or on the list if the case is now with somebody else."""
    case = opened.seen.case
    messages.success(request, str(DOING[verb].done), extra_tags="done")
    is_here = case.office_id in offices_of(request.acting, opened.town) and may_know(request.acting, case)
    return redirect("desk_case", case.pk) if is_here else redirect(back_to_list(request))
