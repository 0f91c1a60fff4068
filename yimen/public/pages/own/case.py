"""One's own case: what happened, what can be done now, by when, and who looked."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yimen.cases.policies import may
from yimen.cases.queries import Case
from yimen.cases.rules import State, may_reopen
from yimen.cases.story import story_of
from yimen.cases.words import KINDS
from yimen.deadlines.words import explain
from yimen.notifications.queries import letters_of
from yimen.people.rules import ROLE_WORDS, Resident, Role
from yimen.privacy.looks import looks_of
from yimen.public.here import language_of, with_receipt
from yimen.routing.rules import Kind
from yimen.routing.town import the_town
from yimen.routing.words import because

VERBS = ("reply", "rate", "add", "reopen", "withdraw")


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """The whole story in plain words; the next thing to do stands at the top."""
    town = the_town()
    reader = language_of(request)
    me = Resident(case.pk)
    can = {verb: bool(may(me, case, verb)) for verb in VERBS}
    can["reopen"] = can["reopen"] and bool(may_reopen(State(case.state), case.ended_at, at))
    story = story_of(case, town)
    category = town.catalogue.by_id.get(case.category_id or 0)
    area = town.places.by_id.get(case.area_id or 0)
    seen = {
        "case": case,
        "story": story,
        "dates": [(term, explain(term, reader)) for term in story.terms if term.stage != "object"],
        "office": town.offices.by_id[case.office_id],
        "category": category,
        "area": area,
        "kind": _(KINDS[Kind(case.kind)]),
        "why": because(case.route, town, reader),
        "letters": letters_of(case.ref),
        "looks": [(look, _(ROLE_WORDS[Role(look.role)]), _(look.words)) for look in looks_of(case.ref)],
        "can": can,
    }
    return render(request, "public/own/case.html", seen)
