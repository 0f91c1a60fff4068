"""The knowledge base: what people ask again and again, and what the town answers."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yimen.knowledge.finding import LONGEST_QUESTION
from yimen.knowledge.queries import EntryFacts, entries, entries_about, entries_of, was_published
from yimen.public.pages.offline.keeping import kept_offline
from yimen.routing.town import Town, the_town

PAGE = 30
RELATED = 5
GONE = 410


@kept_offline
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """All questions by what they are about, or those that fit what somebody typed; thirty at a time."""
    town = the_town()
    edition = town.editions.get("knowledge", 0)
    asked = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    about = town.catalogue.by_code.get(request.GET.get("about", ""))
    fitting = entries_about(asked, edition) if asked else _in_order(entries(edition).values(), town)
    if about:
        fitting = [entry for entry in fitting if f"{entry.category}.".startswith(f"{about.code}.")]
    shown, following = _page(fitting, request.GET.get("after", ""))
    chosen = {name: value for name, value in (("q", asked), ("about", about.code if about else "")) if value}
    context = {
        "asked": asked,
        "about": about,
        "groups": _groups(shown, town) if not asked else [(None, shown)] if shown else [],
        "branches": _branches(edition, town),
        "first": f"?{urlencode(chosen)}" if "after" in request.GET else "",
        "next": f"?{urlencode(chosen | {'after': following})}" if following else "",
    }
    return render(request, "public/answers/list.html", context)


@kept_offline
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One question with its answer, under an address that letters can quote; a retired one says so."""
    town = the_town()
    edition = town.editions.get("knowledge", 0)
    entry = entries(edition).get(pk)
    if entry is None:
        if was_published(pk):
            return render(request, "public/answers/gone.html", status=GONE)
        raise Http404
    office = town.offices.by_id.get(entry.office_id)
    related = [other for other in entries_of(entry.category, edition) if other.id != pk][:RELATED]
    context = {
        "entry": entry,
        "category": town.catalogue.by_code.get(entry.category),
        "office": office,
        "related": related,
        "is_other": (get_language() or "") not in entry.words,
    }
    return render(request, "public/answers/one.html", context)


def _in_order(known: object, town: Town) -> list[EntryFacts]:
    """As the categories stand in the pack; what is about everything comes first."""
    place = {category.code: number for number, category in enumerate(town.catalogue.by_id.values(), 1)}
    return sorted(known, key=lambda entry: (place.get(entry.category, 0), entry.id))  # type: ignore[call-overload,no-any-return]


def _page(fitting: list[EntryFacts], after: str) -> tuple[list[EntryFacts], str]:
    """Thirty entries behind the one that is named, and the name of the last of them if there are more."""
    numbers = [str(entry.id) for entry in fitting]
    start = numbers.index(after) + 1 if after in numbers else 0
    shown = fitting[start : start + PAGE]
    return shown, str(shown[-1].id) if len(fitting) > start + PAGE else ""


def _groups(shown: list[EntryFacts], town: Town) -> list[tuple[object, list[EntryFacts]]]:
    """The entries below the names of what they are about."""
    groups: list[tuple[object, list[EntryFacts]]] = []
    for entry in shown:
        category = town.catalogue.by_code.get(entry.category)
        if not groups or groups[-1][0] != category:
            groups.append((category, []))
        groups[-1][1].append(entry)
    return groups


def _branches(edition: int, town: Town) -> list[tuple[object, int]]:
    """The groups of categories that have entries, and how many."""
    counts: dict[str, int] = {}
    for entry in entries(edition).values():
        top = entry.category.partition(".")[0]
        counts[top] = counts.get(top, 0) + 1
    known = ((town.catalogue.by_code.get(code), count) for code, count in counts.items() if code)
    return [(category, count) for category, count in known if category]
