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
    Doing(
        "link",
        "desk_same",
        _("Link to a case about the same thing"),
        _(
            "Each keeps its receipt, its date and its letters. When the main case is answered, this one can be answered"
            " along with it. Residents read that theirs is handled together with others, and nothing of them."
        ),
        _("The case is linked."),
    ),
    Doing(
        "offer_mediation",
        "desk_offer_mediation",
        _("Tell of mediation"),
        _(
            "The resident reads that the two sides could settle it in mediation. Nothing begins by that: only they can"
            " ask for it, and then your clock stands still. You will read whether they agreed, and nothing else."
        ),
        _("The resident is told."),
    ),
    Doing(
        "note",
        "desk_note",
        _("Note for colleagues"),
        _(
            "Whoever handles the case reads it, after you, too. The resident reads that your office wrote a note, and"
            " when. What they need to know belongs into an answer or a question."
        ),
        _("The note stands in the story."),
    ),
    Doing(
        "mend_kind",
        "desk_kind",
        _("Mend the kind"),
        _("A complaint that came in as a question is owed more. Dates count from when it came; the resident is told."),
        _("The kind is mended. The resident is told."),
    ),
    Doing(
        "decide_recusal",
        "desk_recusal_wish",
        _("Decide who stands aside"),
        _("The resident asks that somebody else handles the case. They are told what you decide, and why."),
        _("You have decided. The resident is told."),
    ),
    Doing(
        "order_recusal",
        "desk_recusal",
        _("Have somebody stand aside"),
        _("Whoever has an interest in the matter sees nothing of the case any more, from none of their posts."),
        _("They stand aside. The case is gone from their lists and pages."),
    ),
    Doing(
        "stand_aside",
        "desk_aside",
        _("Stand aside"),
        _("If the matter touches you or yours, somebody else handles it. You see nothing of the case any more."),
        _("You stand aside. The case is with your colleagues."),
    ),
)

#: What happened, as the desk reads it.
BESIDE: dict[str, Words] = {
    "case.part_asked": _("Another office was asked for its part"),
    "case.advice_asked": _("Advice was asked for"),
    "case.enquiry_answered": _("Whoever was asked has answered"),
    "case.enquiry_declined": _("Whoever was asked can’t answer"),
    "case.stood_aside": _("Somebody stands aside"),
    "case.recusal_ordered": _("The supervisor had somebody stand aside"),
    "case.recusal_wished": _("The resident asked that somebody else handles it"),
    "case.recusal_decided": _("The supervisor decided who stands aside"),
    "case.noted": _("Note for colleagues"),
    "case.mended": _("The kind was mended"),
    "case.linked": _("Linked to a case about the same thing"),
    "case.me_too_said": _("The resident said that it is the same thing as another case"),
    "case.unlinked": _("The link was taken away"),
    "case.invited": _("Others were invited to stand in the case"),
    "case.uninvited": _("Open invitations were taken back"),
    "case.helper_ended": _("The resident ended the helper’s receipt"),
    "case.joined": _("One more stands in the case"),
    "case.left": _("One of those who brought it left the case"),
    "case.enquiry_recalled": _("The question was taken back"),
}
