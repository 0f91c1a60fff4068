"""What an office does in a review, and with a request for more time."""

from django.utils.translation import gettext_lazy as _

from yimen.desk.words import Doing, Words

REVIEW = (
    Doing(
        "review",
        "desk_review",
        _("Give the opinion of the review"),
        _("The answer before it stands, is changed, or goes back to be decided again. The resident reads all parts."),
        _("The opinion is sent. The resident is told what they may do next."),
    ),
    Doing(
        "begin_hearing",
        "desk_hearing_begins",
        _("Begin a hearing"),
        _("You hear the resident and the other side. Where the procedure says so, this time is not counted."),
        _("The hearing has begun. The resident is told."),
    ),
    Doing(
        "end_hearing",
        "desk_hearing_ends",
        _("End the hearing"),
        _("Write down what was heard. The clock goes on, and the resident is told the date."),
        _("The hearing has ended. The resident is told the date."),
    ),
)
TIME = (
    Doing(
        "ask_for_time",
        "desk_time_asked",
        _("Ask for more time"),
        _("The head of the office decides. Until then the date stays where it is."),
        _("More time is asked for. The head of the office decides."),
    ),
    Doing(
        "refuse_time",
        "desk_time_refused",
        _("Refuse more time"),
        _("The date stays where it is. The resident reads why."),
        _("More time is refused. The date stays where it is."),
    ),
)
#: What happened, as the desk reads it.
REVIEWED: dict[str, Words] = {
    "case.time_asked": _("More time was asked for"),
    "case.time_refused": _("More time was refused"),
    "case.review_asked": _("The resident asked for a review"),
    "case.hearing_begun": _("A hearing began"),
    "case.hearing_ended": _("The hearing ended"),
    "case.reviewed": _("Reviewed"),
    "case.passed_up": _("Everybody stood aside, so the office above reviews"),
    "case.review_left": _("Everybody who could review stood aside"),
    "case.sent_back": _("Sent back to be decided again"),
}
