"""A case as a story, and what the office may do with it now."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from yimen.cases.joint.rules import Consent
from yimen.cases.joint.words import CONSENT
from yimen.cases.needs.words import in_words as needs_in_words
from yimen.cases.policies import WORKING_ROLES
from yimen.cases.queries import Scope
from yimen.cases.reviews.rules import Stage
from yimen.cases.rules import Channel, Outcome
from yimen.cases.story import Story
from yimen.cases.words import CHANNELS, OUTCOMES
from yimen.cases.writing.papers import written_of
from yimen.desk.acting import AtDesk
from yimen.desk.areas.then import area_then
from yimen.desk.beside.aside import aside_of
from yimen.desk.beside.notes import notes_on
from yimen.desk.beside.same import same_as
from yimen.desk.beside.waiting import waiting_for
from yimen.desk.doing import Possible, all_possible
from yimen.desk.opening import Opened, of_a_case
from yimen.desk.told import limits, told
from yimen.desk.words import KINDS, REACHED, Doing
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.knowledge.queries import EntryFacts, entries_of
from yimen.places.past import place_on
from yimen.routing.words import because
from yimen.supervision.instructions import instructions_on
from yimen.supervision.queries import on_ladder
from yimen.supervision.words import lines as ladder_lines

MOST_KNOWN = 5  # entries that a case's page names
#: What may be done at any time and is never what comes next: no big button, and nothing for the key "a".
NEVER_NEXT = frozenset({"note", "stand_aside", "order_recusal"})


@of_a_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The whole case for the office that has it; for one that handed it on, where it stands and what came of it."""
    story = opened.story
    if opened.seen.scope is Scope.RESULT:
        outcome = OUTCOMES[Outcome(story.last_opinion.outcome)] if story.last_opinion else ""
        ours = [a.enquiry.answer for a in story.askings if a.enquiry.to_office_id == request.acting.office_id]
        seen = {
            "decided_before": opened.seen.decided_before,
            "is_reviewed": opened.seen.case.stage != Stage.FIRST,
            "outcome": outcome and gettext(outcome),
            "ours": [text for text in ours if text],
        }
        return render(request, "desk/result.html", _head(opened, request) | seen)
    possible = all_possible(request, opened)
    able = [each for each in possible if each.verdict]
    context = _head(opened, request) | {
        "main": _next(opened, able),
        "others": [each.doing for each in able],
        "impossible": [each for each in possible if not each.verdict],
        "facts": _facts(opened),
        "then": area_then(opened.town, opened.seen.case.area_id, day_of(opened.seen.case.received_at)),
        "because": because(opened.seen.case.route, opened.town, get_language() or ""),
        "limits": limits(story),
        "has_our_part": opened.seen.scope is Scope.PART and request.acting.role in WORKING_ROLES,
        "aside": aside_of(request.acting, opened, day_of(request.at)),
        "colleagues": waiting_for(request.acting, opened),
        "same": same_as(request, opened),
        "scenes": told(story, opened.town, notes_on(request, opened)),
        "ladder": _ladder(opened, request),
        "instructions": instructions_on(opened.seen.case) if _is_told(story) else [],
        "files": story.files,
        "papers": written_of(opened.seen.case, story, opened.town),
        "known": _known(opened),
        "may_quote": any(each.doing.verb == "answer" for each in able),
    }
    return render(request, "desk/case.html", context)


def _next(opened: Opened, able: list[Possible]) -> Doing | None:
    """What usually comes next: the big button. While the resident is asked, it is their turn."""
    usual = [each.doing for each in able if each.doing.verb not in NEVER_NEXT]
    return usual[0] if usual and opened.seen.case.state != "asked" else None


def _ladder(opened: Opened, request: AtDesk) -> list[str]:
    """Where the case stands on the ladder, and what comes next."""
    place = on_ladder(opened.seen.case, opened.story, opened.town, request.at)
    return ladder_lines(place, opened.town, get_language() or "")


def _is_told(story: Story) -> bool:
    """Is there any instruction to read?"""
    return any(scene.code == "case.instructed" for scene in story.scenes)


def _head(opened: Opened, request: AtDesk) -> dict[str, object]:
    case, town = opened.seen.case, opened.town
    return {
        "case": case,
        "category": town.catalogue.by_id.get(case.category_id or 0),
        "office": town.offices.by_id[case.office_id],
        "is_late": case.is_late(day_of(request.at)),
    }


def _known(opened: Opened) -> list[EntryFacts]:
    """What the knowledge base says about the category, for whoever looks at the case."""
    category = opened.town.catalogue.by_id.get(opened.seen.case.category_id or 0)
    edition = opened.town.editions.get("knowledge", 0)
    return entries_of(category.code, edition)[:MOST_KNOWN] if category else []


def _facts(opened: Opened) -> list[tuple[str, object]]:
    """What is known besides the words, row by row; nothing of the resident's own contact details."""
    case, language = opened.seen.case, get_language() or ""
    area = place_on(opened.town.editions.get("places", 0), case.area_id, day_of(case.received_at))  # as it was then
    point = "" if case.longitude is None else f"{case.latitude:.5f} N, {case.longitude:.5f} E"
    place = [name_in(area.names, language) if area else "", case.place_words, point]
    return [
        (gettext("Kind"), KINDS[case.kind]),
        *([(gettext("Brought by"), _together(case.joint))] if case.joint else []),
        *(
            [(gettext("Brought by a helper, with consent"), gettext(CONSENT[Consent(case.consent)]))]
            if case.consent
            else []
        ),
        *([(gettext("Please see to"), needs_in_words(case.needs))] if case.needs else []),
        (gettext("Place"), " · ".join(part for part in place if part) or gettext("Not said")),
        (gettext("Came by"), gettext(CHANNELS[Channel(case.channel)])),
        (gettext("Writes in"), _in_itself(case.language)),
        (gettext("Being told"), REACHED[case.tell]),
    ]


def _together(standing: int) -> str:
    """How many stand in the case; nobody at the desk reads who."""
    return ngettext("%(n)s resident", "%(n)s residents together", standing) % {"n": standing}


def _in_itself(language: str) -> SafeString:
    """A language by its own name, marked as being in it, so that its letters are fetched."""
    return format_html('<span lang="{}">{}</span>', language, dict(settings.LANGUAGES).get(language, language))
