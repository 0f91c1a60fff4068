"""An office asks the resident something."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.verbs import ask_resident
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, done, show
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.verdict import Refused

VERB = "ask"


class Question(Remark):
    """What the office needs to know."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("What do you need to know?")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The question goes to the resident, whose turn it is then."""
    form = Question(request, opened)
    if form.is_valid():
        try:
            ask_resident(
                by=request.acting,
                case=opened.seen.case.is_at(form.seen_version),
                question=form.cleaned_data["text"],
                at=request.at,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(request, opened, VERB)
    return show(request, opened, VERB, form)
