"""One's own case: what happened, what can be done now, by when, and who looked."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yimen.cases.joint.holders import has_helper, is_helpers, letters_subject
from yimen.cases.joint.rules import Consent
from yimen.cases.joint.words import CONSENT
from yimen.cases.needs.words import in_words as needs_in_words
from yimen.cases.queries import Case
from yimen.cases.reviews.asking import may_ask_review_now, may_tell_more_now, next_review
from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import Kept, Outcome
from yimen.cases.story import Story, story_of
from yimen.cases.words import KINDS, OUTCOMES
from yimen.cases.writing.papers import written_of
from yimen.deadlines.words import explain
from yimen.kernel.clock import day_of
from yimen.kernel.verdict import gettext_noop
from yimen.notifications.queries import letters_of
from yimen.places.past import gazetteer_on
from yimen.privacy.looks import looks_of
from yimen.public.here import for_helpers, language_of, with_receipt
from yimen.public.pages.joint.helper import running, status
from yimen.public.pages.own.looks import in_words
from yimen.public.pages.own.story import VERBS, events, last_question, may_now, reopen_until
from yimen.routing.rules import Kind
from yimen.routing.town import Town, the_town
from yimen.routing.words import because
from yimen.supervision.queries import on_ladder
from yimen.supervision.words import lines as ladder_lines

AS_TOLD = gettext_noop(
    "This day was told with the answer. The limit has been changed since, and that does not shorten it."
)


@with_receipt
@for_helpers
def page(request: HttpRequest, case: Case, at: datetime) -> HttpResponse:
    """The whole story in plain words; the next thing to do stands at the top. A helper sees where it stands."""
    town = the_town()
    if is_helpers(case):
        return status(request, case, town, at)
    reader = language_of(request)
    story = story_of(case, town)
    looks = looks_of(case.ref)
    opinion = story.last_opinion
    seen = {
        "case": case,
        "can": {verb: bool(may_now(case, verb, at, town)) for verb in VERBS},
        "is_late": case.is_late(day_of(at)),
        **_helped(case),
        "others": max(case.joint - 1, 0),
        "is_bare": case.kept == Kept.BARE,
        "question": last_question(story),
        "opinion": opinion,
        "outcome": _(OUTCOMES[Outcome(opinion.outcome)]) if opinion else "",
        "review": _review(case, story, town, at, reader),
        "reopen_until": reopen_until(case),
        "dates": [(term, explain(term, reader)) for term in running(story.terms)],
        "office": town.offices.by_id[case.office_id],
        "why": because(case.route, town, reader),
        "category": town.catalogue.by_id.get(case.category_id or 0),
        "kind": _(KINDS[Kind(case.kind)]),
        "needs": "" if case.holder else needs_in_words(case.needs),
        "places": _where(case, town),
        "events": events(case, story, reader, town),
        "ladder": ladder_lines(on_ladder(case, story, town, at), town, reader),
        "papers": written_of(case, story, town),
        "letters": letters_of(letters_subject(case)),
        "looks": in_words(looks),
        "more_looks": looks.more,
        "all_looks": len(looks) + looks.more,
    }
    return render(request, "public/own/case.html", seen)


def _review(case: Case, story: Story, town: Town, at: datetime, reader: str) -> dict[str, object] | None:
    """The review that may be asked for, until when and of whom; or why not."""
    if not (final := may_tell_more_now(case, town)):
        return {"why_not": final}
    following = next_review(case, story.last_opinion, town)
    if following is None:
        return None
    verdict = may_ask_review_now(case, story.last_opinion, town, at)
    return {
        "verdict": verdict,
        "why_not": None if verdict else verdict,
        "day": following.last_on,
        "why": _(AS_TOLD) if following.is_as_told else explain(following.term, reader),
        "office": following.office,
        "is_second": following.stage is Stage.REREVIEW,
    }


def _where(case: Case, town: Town) -> list[dict[str, str]]:
    """The area and what it lay in when the case was sent, called as they were called then."""
    places = gazetteer_on(town.editions.get("places", 0), day_of(case.received_at))
    return [place.names for place in places.chain(case.area_id)[:-1]] if case.area_id else []


def _helped(case: Case) -> dict[str, object]:
    """For whoever it was brought for: how they agreed, and whether the helper still sees where it stands."""
    if not case.consent or case.holder:
        return {}
    return {"consent": _(CONSENT[Consent(case.consent)]), "has_helper": has_helper(case)}
