"""One's own case: what happened, what can be done now, by when, and who looked."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import letters_subject
from yimen.cases.queries import Case
from yimen.cases.rules import Kept, Outcome
from yimen.cases.story import story_of
from yimen.cases.words import KINDS, OUTCOMES
from yimen.deadlines.terms import OPEN, Term
from yimen.deadlines.words import explain
from yimen.kernel.clock import day_of
from yimen.notifications.queries import letters_of
from yimen.privacy.looks import looks_of
from yimen.public.here import language_of, with_receipt
from yimen.public.pages.own.looks import in_words
from yimen.public.pages.own.story import VERBS, events, last_question, may_now, reopen_until
from yimen.routing.rules import Kind
from yimen.routing.town import the_town
from yimen.routing.words import because
from yimen.supervision.queries import on_ladder
from yimen.supervision.words import lines as ladder_lines


@with_receipt
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """The whole story in plain words; the next thing to do stands at the top."""
    town = the_town()
    reader = language_of(request)
    story = story_of(case, town)
    looks = looks_of(case.ref)
    opinion = story.last_opinion
    seen = {
        "case": case,
        "can": {verb: bool(may_now(case, verb, at)) for verb in VERBS},
        "is_late": case.due_on is not None and case.due_on < day_of(at),
        "others": max(case.joint - 1, 0),
        "is_bare": case.kept == Kept.BARE,
        "question": last_question(story),
        "opinion": opinion,
        "outcome": _(OUTCOMES[Outcome(opinion.outcome)]) if opinion else "",
        "reopen_until": reopen_until(case),
        "dates": [(term, explain(term, reader)) for term in _running(story.terms)],
        "office": town.offices.by_id[case.office_id],
        "why": because(case.route, town, reader),
        "category": town.catalogue.by_id.get(case.category_id or 0),
        "kind": _(KINDS[Kind(case.kind)]),
        "places": [p.names for p in town.places.chain(case.area_id)[:-1]] if case.area_id else [],
        "events": events(case, story, reader, town),
        "ladder": ladder_lines(on_ladder(case, story, town), town, reader),
        "letters": letters_of(letters_subject(case)),
        "looks": in_words(looks),
        "more_looks": looks.more,
        "all_looks": len(looks) + looks.more,
    }
    return render(request, "public/own/case.html", seen)


def _running(terms: list[Term]) -> list[Term]:
    """The dates that count for the resident now, the nearest first; the offices' own dispute is not one of them."""
    return sorted((t for t in terms if t.state in OPEN and t.stage != "object"), key=lambda t: t.due_on)
