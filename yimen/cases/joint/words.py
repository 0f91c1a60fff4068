"""How a case that several bring together is told: what one of them did, as the others read it."""

from yimen.cases.joint.rules import Consent
from yimen.kernel.verdict import gettext_noop as _

BY_ANOTHER = {
    "case.replied": _("One of you answered the office."),
    "case.added": _("One of you added something."),
    "case.rated": _("One of you rated the answer."),
    "case.reopened": _("One of you opened the case again."),
    "case.review_asked": _("One of you asked for a review."),
    "case.me_too_said": _("One of you said that this is the same thing as one that is here already."),
    "case.withdrawn": _("The last of you took the case back."),
    "case.erased": _("The last of you had the case erased."),
    "case.recusal_wished": _("One of you asked that somebody else handles the case."),
    "case.invited": _("Others were invited to stand in the case."),
    "case.uninvited": _("Open invitations were taken back."),
    "case.helper_ended": _("One of you ended the helper’s receipt."),
    "case.joined": _("One more stands in the case."),
    "case.left": _("One of you left the case."),
}

#: How a helper's consent is told: at the desk, to the resident, and in the helper's form.
CONSENT = {Consent.SPOKEN: _("spoken"), Consent.WRITTEN: _("in writing")}
