"""More time is given, once."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import Case
from yimen.cases.verbs import extend_case
from yimen.desk.acting import AtDesk
from yimen.desk.doing import Remark, answered
from yimen.desk.opening import Opened, of_a_whole_case
from yimen.desk.petition.time import time_asked

VERB = "extend"


class Extension(Remark):
    """Why more time is needed."""

    def fit(self, opened: Opened) -> None:
        self.initial["text"] = time_asked(opened)  # the head may take the office's own words
        self.fields["text"].label = _("Why is more time needed? The resident reads this.")


@of_a_whole_case
def page(request: AtDesk, opened: Opened) -> HttpResponse:
    """The role that the procedure names gives it; the resident is told why and until when."""
    form = Extension(request, opened)

    def act(case: Case) -> None:
        extend_case(by=request.acting, case=case, reason=form.cleaned_data["text"], at=request.at)

    return answered(request, opened, VERB, form, act)
