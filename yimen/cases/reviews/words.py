"""How reviews are told."""

from django.utils.translation import gettext_noop as _

from yimen.cases.reviews.rules import Finding, Stage

STAGES = {Stage.FIRST: _("First decision"), Stage.REVIEW: _("Review"), Stage.REREVIEW: _("Second review")}
FINDINGS = {
    Finding.UPHELD: _("The answer before it stands"),
    Finding.CHANGED: _("The answer before it is changed"),
    Finding.SENT_BACK: _("It is sent back to be decided again"),
}
