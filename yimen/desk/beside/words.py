"""What colleagues do beside the road of a case: the words of it. (What moves a case stands in ``words``.)"""

from django.utils.translation import gettext_lazy as _

from yimen.desk.words import Doing, Words

TOGETHER = (
    Doing(
        "ask_office",
        "desk_part",
        _("Ask another office for its part"),
        _("You keep the case and answer it. The other office sees all of it until it has given its part."),
        _("The other office is asked. The case stays with you."),
    ),
    Doing(
        "ask_adviser",
        "desk_advice",
        _("Ask for advice"),
        _("An area lead or an adviser reads your question, the category and the place, and nothing else of the case."),
        _("The question is put. The case stays with you."),
    ),
)

#: What happened, as the desk reads it.
BESIDE: dict[str, Words] = {
    "case.part_asked": _("Another office was asked for its part"),
    "case.advice_asked": _("Advice was asked for"),
    "case.enquiry_answered": _("Whoever was asked has answered"),
    "case.enquiry_declined": _("Whoever was asked can’t answer"),
    "case.enquiry_recalled": _("The question was taken back"),
}
