"""The office that has a case asks an area lead or an adviser."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.together.advisers import advisers_for
from yimen.cases.verbs import ask_adviser
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.languages import name_in
from yimen.people.rules import ROLE_WORDS
from yimen.people.seats import Seat

VERB = "ask_adviser"


class AskingAdviser(Remark):
    """Which post, and what."""

    post = forms.TypedChoiceField(
        label=_("Whom?"),
        coerce=int,
        help_text=_("The posts that serve the place of the case and are held today, the nearest first."),
    )
    field_order = ("post", "text")

    def __init__(self, request: AtDesk, opened: Opened) -> None:
        self.at = request.at
        super().__init__(request, opened)

    def fit(self, opened: Opened) -> None:
        field = self.fields["post"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 – for the types
        found = advisers_for(opened.seen.case, opened.town, self.at)
        field.choices = [("", _("Please choose")), *((seat.post_id, _words(seat, opened)) for seat in found)]
        self.fields["text"].label = _("Your question")
        self.fields["text"].help_text = _(
            "They read only this, the category and the place. Write no name, telephone number or address of a resident."
        )


def _words(seat: Seat, opened: Opened) -> str:
    language = get_language() or ""
    place = opened.town.places.by_id[seat.place_id]
    return (
        f"{gettext(ROLE_WORDS[seat.role])} · {name_in(place.names, language)} · {name_in(seat.office_names, language)}"
    )


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """They open no case for it; the resident sees that they were asked, and when they answered."""
    form = AskingAdviser(request, opened)

    def act(case: Case) -> None:
        post, text = form.cleaned_data["post"], form.cleaned_data["text"]
        ask_adviser(by=request.acting, case=case, post_id=post, question=text, at=request.at)

    return answered(request, opened, VERB, form, act)
