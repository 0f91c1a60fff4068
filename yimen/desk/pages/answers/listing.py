"""The list of texts: those of one's own office and of those above it, and every entry in use."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.texts.words import STAGES, USES, missing_languages
from yimen.desk.words import said
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.text import number_in
from yimen.knowledge.policies import WRITING_ROLES, may_keep
from yimen.knowledge.queries import Kept, page_of_texts
from yimen.routing.town import Town

FORBIDDEN = 403


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Twenty texts, newest first, narrowed by what they are for and whether they are in use."""
    acting, town = request.acting, request.town
    asked = {"use": request.GET.get("use", ""), "stage": request.GET.get("stage", "")}
    chosen = {"use": asked["use"] if asked["use"] in USES else "", "stage": asked["stage"]}
    chosen["stage"] = chosen["stage"] if chosen["stage"] in STAGES else ""
    after = request.GET.get("after", "")
    key = number_in(after) or 0
    texts, following = page_of_texts(acting, **chosen, after=key)
    verdict = may_keep(acting, acting.office_id, acting.office_path)
    narrowed = {name: value for name, value in chosen.items() if value}
    context = {
        "lines": [_line(kept, town, request) for kept in texts],
        "uses": [(code, words, code == chosen["use"]) for code, words in USES.items()],
        "stages": [(code, words, code == chosen["stage"]) for code, words in STAGES.items()],
        "may_write": bool(verdict),
        "why_not": said(verdict) if acting.role not in WRITING_ROLES else "",
        "first": f"?{urlencode(narrowed)}" if key else "",
        "next": f"?{urlencode(narrowed | {'after': following})}" if following else "",
    }
    return render(request, "desk/answers/list.html", context, status=200 if verdict else FORBIDDEN)


def _line(kept: Kept, town: Town, request: AtDesk) -> dict[str, object]:
    language = get_language() or ""
    category = town.catalogue.by_code.get(kept.text.category)
    spoken = name_in({code: code for code in kept.words}, language)
    return {
        "text": kept.text,
        "title": kept.words[spoken]["title"],
        "spoken": spoken,
        "use": USES[kept.text.use],
        "stage": STAGES[kept.text.stage],
        "has_newer": kept.text.published is not None and kept.text.published < kept.text.latest,
        "office": kept.text.office.names,
        "category": category.names if category else None,
        "missing": missing_languages(kept.words),
        "is_old": kept.text.review_on < day_of(request.at),
    }
