"""The fixed words of papers; they are translated into each language that a paper is in."""

from django.utils.translation import gettext_noop as _

OPINION = _("Written opinion on a petition")
ANSWER = _("Answer")
REVIEWS = {"review": _("Written opinion of a review"), "rereview": _("Written opinion of a second review")}
NOTICES = {
    "case.accepted": _("Notice that a case is accepted"),
    "case.handed_over": _("Notice of where a case went"),
    "case.referred": _("Notice that a case belongs to another door"),
    "case.review_asked": _("Notice that a review was asked for"),
    "case.extended": _("Notice that more time is needed"),
}
NUMBER, ABOUT, RECEIVED, RESULT = _("Number of the case"), _("About"), _("Received on"), _("Result")
FINDING = _("What the review says")
NO_CATEGORY = _("No category yet")
CLAIMS, FACTS, VIEW = _("Claims"), _("What was found, and the reasons"), _("Opinion")
BASIS, REMEDIES = _("Legal basis"), _("What you may do if you disagree")
SEAL = _(
    "Place for the seal of the office. This file is neither signed nor sealed electronically; the office gives you a"
    " sealed copy if you ask."
)
DRAFT = _("The Tibetan words on this paper are a draft and wait for a native reviewer.")
