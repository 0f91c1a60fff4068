"""One text: writing it, changing it, putting it into use and taking it out."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.texts.example import examples
from yimen.desk.texts.words import FIELD_WORDS, STAGES, USES, missing_languages
from yimen.desk.texts.writing import AGAIN, NEXT_YEAR, Writing, lead_of, written
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.knowledge.policies import may_keep, may_publish
from yimen.knowledge.queries import Text, text_for
from yimen.knowledge.rules import Stage, Use
from yimen.knowledge.verbs import change_text, publish_text, retire_text, write_text

FORBIDDEN = 403


@at_desk
def new(request: AtDesk, use: str) -> HttpResponse:
    """A new template, or a new answer for everybody; it belongs to the office whose post one acts from."""
    if use not in USES:
        raise Http404
    town, kind = request.town, Use(use)
    office = town.offices.by_id[request.acting.office_id]
    verdict = may_keep(request.acting, office.id, office.path)
    begun = {"review_on": day_of(request.at) + timedelta(days=NEXT_YEAR)}
    form = Writing(request.POST if request.method == "POST" else None, use=kind, town=town, initial=begun)
    if form.is_valid():
        try:
            pk = write_text(by=request.acting, use=kind, office=office, draft=form.draft(), at=request.at)
        except Refused as refused:
            form.say_no(said(refused.verdict), 1)
        else:
            messages.success(request, gettext("The draft is kept. Nobody else reads it yet."), extra_tags="done")
            return redirect("desk_text", pk)
    context = {"form": form, "use": USES[use], "lead": lead_of(kind), "verdict": verdict, "fields": _fields(kind)}
    return render(request, "desk/answers/new.html", context, status=200 if verdict else FORBIDDEN)


@at_desk
def one(request: AtDesk, pk: int) -> HttpResponse:
    """What it says, its versions, and what may be done with it."""
    found = text_for(request.acting, pk)
    if found is None:
        raise Http404
    text, versions = found
    use, town = Use(text.use), request.town
    begun = written(versions[0].words, text.category, text.review_on, text.version)
    is_form = request.method == "POST" and "do" not in request.POST
    form = Writing(request.POST if is_form else None, use=use, town=town, initial=begun)
    if request.method == "POST" and (done := _done(request, text, form)):
        return done
    may = may_keep(request.acting, text.office_id, text.office.path)
    context = {
        "text": text,
        "versions": versions,
        "use": USES[use],
        "stage": STAGES[text.stage],
        "category": town.catalogue.by_code.get(text.category),
        "missing": missing_languages(versions[0].words),
        "form": form,
        "fields": _fields(use),
        "examples": [] if use is Use.ENTRY else examples(text, versions[0].words, town, day_of(request.at)),
        "may": may if text.stage != Stage.RETIRED else None,
        "publishing": may_publish(request.acting, use, text.office_id, text.office.path),
        "is_newest": text.published == text.latest,
        "is_public": use is Use.ENTRY and text.stage == Stage.PUBLISHED,
        "is_old": text.review_on < day_of(request.at),
    }
    return render(request, "desk/answers/one.html", context)


def _done(request: AtDesk, text: Text, form: Writing) -> HttpResponse | None:
    """Do what was pressed; nothing if the form has to be shown again."""
    seen = request.POST.get(AGAIN, "")
    now, text = text.version, text.is_at(number_in(seen) or 0)
    try:
        match request.POST.get("do"):
            case "publish":
                publish_text(by=request.acting, text=text, at=request.at)
                done = gettext("It is in use now.")
            case "retire":
                retire_text(by=request.acting, text=text, at=request.at)
                done = gettext("It is retired. Its versions stay here.")
            case _ if form.is_valid():
                change_text(by=request.acting, text=text, draft=form.draft(), at=request.at)
                done = gettext("The new version is kept. It is used once it is published.")
            case _:
                return None
    except Refused as refused:
        text.is_at(now)
        if form.is_bound:
            form.say_no(said(refused.verdict), now)
        else:
            messages.error(request, said(refused.verdict))
        return None
    messages.success(request, done, extra_tags="done")
    return redirect("desk_text", text.pk)


def _fields(use: Use) -> list[tuple[str, object]]:
    """The fields a template may have, each with what it is filled with."""
    return [] if use is Use.ENTRY else [(f"{{{name}}}", words) for name, words in FIELD_WORDS.items()]
