"""One limit: how long, the one extension, and the law that says so."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.deadlines.limits import LimitFacts, limits
from yimen.deadlines.queries import COUNTED, limit_as_it_stands
from yimen.deadlines.rules import LONGEST_LAW, LONGEST_LIMIT
from yimen.deadlines.verbs.change_limit import LONGEST_NAME, change_limit, checked
from yimen.deadlines.verbs.take_limits import OfferedLimit
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.editing import Editing, Effects, edited
from yimen.desk.editing.forms import shown, spread
from yimen.desk.editing.words import UNITS, open_terms_keep
from yimen.journeys.previews import preview_limit
from yimen.kernel.clock import day_of
from yimen.kernel.languages import day_in, name_in
from yimen.kernel.taking.own import packs_say, seen_as
from yimen.routing.town import the_town

FIELDS = ("names", "length", "unit", "extra_length", "extra_unit", "law", "rolls")


class LimitForm(Editing):
    """A limit, as the pack's table has it."""

    length = forms.IntegerField(label=_("Length"), min_value=1, max_value=LONGEST_LIMIT)
    unit = forms.ChoiceField(label=_("Counted in"), choices=list(UNITS.items()))
    extra_length = forms.IntegerField(
        label=_("Length of the one extension"), help_text=_("0: it can't be extended."), min_value=0,
        max_value=LONGEST_LIMIT,
    )  # fmt: skip
    extra_unit = forms.ChoiceField(
        label=_("The extension is counted in"), choices=[("", "–"), *UNITS.items()], required=False
    )
    rolls = forms.BooleanField(label=_("A last day that is a day off moves on"), required=False)
    law = forms.CharField(label=_("Law or rule"), max_length=LONGEST_LAW)

    def __init__(self, data: Any, initial: dict[str, Any]) -> None:  # noqa: ANN401 – a request's own
        super().__init__(data, initial=initial)
        self.in_each_language("name", _("Name"), LONGEST_NAME)

    def limit(self, code: str) -> OfferedLimit:
        """What was typed, as the verb takes it."""
        typed = {name: self.cleaned_data[name] for name in FIELDS if name != "names"}
        return OfferedLimit(code=code, names=self.said("name"), **typed)


@at_desk
def page(request: AtDesk, limit: str) -> HttpResponse:
    """The administrator sets a limit, after having seen what that would do."""
    town = the_town()
    before, stands = limits(town.editions.get("calendar", 0)).get(limit), limit_as_it_stands(limit)
    if before is None or stands is None:
        raise Http404
    begun = stands | spread("name", before.names) | {"seen": seen_as(stands)}
    form = LimitForm(request.POST if request.method == "POST" else None, begun)

    def effects() -> Effects:
        changed, on = form.limit(limit), day_of(request.at)
        checked(changed)
        after = LimitFacts(**asdict(before) | {name: getattr(changed, name) for name in FIELDS})
        found = preview_limit(before, after.span(), on=on, town=town)
        language = get_language() or ""
        example = gettext("A case that comes today would be due on %(after)s instead of %(before)s.") % {
            "after": day_in(found.example.after, language),
            "before": day_in(found.example.before, language),
        }
        same = gettext("A case that comes today would be due on the same day as before.")
        moves = found.example.before != found.example.after
        return Effects([open_terms_keep(found.open_terms, COUNTED), example if moves else same])

    def act() -> None:
        change_limit(by=request.acting, limit=form.limit(limit), seen=form.cleaned_data["seen"], at=request.at)

    packs = [(_label(form, name), shown(value)) for name, value in packs_say("deadlines.Limit", limit).items()]
    about = {
        "title": name_in(before.names, get_language() or ""), "back": "desk_limits", "back_words": gettext("Limits"),
        "packs": packs,
    }  # fmt: skip
    return edited(request, form, effects=effects, act=act, about=about)


def _label(form: LimitForm, name: str) -> object:
    return form.fields[name].label if name in form.fields else gettext("Name")
