"""More time is given, once."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.verbs import extend_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, done, show
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.kernel.verdict import Refused

VERB = "extend"


class Extension(Remark):
    """Why more time is needed."""

    def fit(self, opened: Opened) -> None:  # noqa: ARG002 – the words are the same for every case
        self.fields["text"].label = _("Why is more time needed? The resident reads this.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The role that the procedure names gives it; the resident is told why and until when."""
    form = Extension(request, opened)
    if form.is_valid():
        try:
            extend_case(
                by=request.acting,
                case=opened.seen.case.is_at(form.seen_version),
                reason=form.cleaned_data["text"],
                at=request.at,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(request, opened, VERB)
    return show(request, opened, VERB, form)
