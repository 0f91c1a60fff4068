"""Reviews: which stage follows, who may look, and what is final. Pure: no Django, no clock."""

from collections.abc import Collection, Container, Iterable
from datetime import date
from enum import StrEnum

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.routing.facts import Names, ProcedureFacts


class Stage(StrEnum):
    """At which stage a case is (信访工作条例 art. 34, 35, 36)."""

    FIRST = "first"
    REVIEW = "review"  # 复查
    REREVIEW = "rereview"  # 复核


class Finding(StrEnum):
    """What a review says of the answer before it."""

    UPHELD = "upheld"
    CHANGED = "changed"
    SENT_BACK = "sent_back"  # the office that answered first decides again


#: Verbs that belong to a review alone.
REVIEWING = frozenset({"review", "send_back", "begin_hearing", "end_hearing", "pass_up", "leave_review"})
#: Verbs that end with the first answer: a review stays with the office that reviews.
FIRST_ONLY = frozenset(
    {"accept", "refer", "sort", "hand_over", "object", "answer", "give_back", "link", "mend_kind", "say_me_too"}
)

#: Whoever did one of these has handled the case, and does not review it.
HANDLING = frozenset({"case.accepted", "case.asked", "case.answered", "case.reviewed", "case.sent_back"})
POST = "post:"

NO_REVIEW = gettext_noop("This case is not being reviewed.")
IN_REVIEW = gettext_noop("This is a review: the office that reviews says whether the answer stands.")
ASK_REVIEW = gettext_noop("Whoever does not agree with this answer asks for a review; it is not opened again.")
FINAL = gettext_noop(
    "For the same facts and reasons this opinion is final: no office takes it up again. With something new you may come"
    " again, as a new case."
)
FINAL_BUT_DOORS = gettext_noop(
    "For the same facts and reasons this opinion is final: no office takes it up again. With something new you may come"
    " again, as a new case. Other doors: %(doors)s."
)
NOBODY_LEFT = gettext_noop(
    "Everybody in this town who could review this has handled it before or stands aside. Please ask the next higher"
    " government for the review; the written opinion names what it was about."
)
SOMEBODY_IS_LEFT = gettext_noop("Somebody in this office can still review this.")
REOPENED_INSTEAD = gettext_noop("Cases of this kind are not reviewed; they can be opened again.")
NOT_ANSWERED = gettext_noop("A review can be asked for when there is an answer.")
ASKED_LATE = gettext_noop("The last day to ask for a review was %(day)s.")
SECOND_IS_LAST = gettext_noop("A second review is final, so it upholds or changes; it can't send back.")
HEARING_IS_ON = gettext_noop("A hearing is on. End it first; then go on.")
NO_HEARING_IS_ON = gettext_noop("No hearing is on.")
HEARD_ALREADY = gettext_noop("There has been a hearing at this stage.")
DECIDED_BEFORE = gettext_noop(
    "You handled this case at an earlier stage. Somebody else has to look at it now; thank you for leaving it to them."
)


def hands_on(done: Iterable[tuple[str, str, date]]) -> tuple[set[int], set[tuple[int, date]]]:
    """Who handled the case, from what was done (a journal's code), by whom, and when.

    Staff whom the journal names because they stood in for somebody, and for all else the post with its day.
    """
    stood_in, sat = set[int](), set[tuple[int, date]]()
    for code, by, on in done:
        if code in HANDLING and by.startswith(POST):
            post, _, staff = by.removeprefix(POST).partition("/staff:")
            stood_in |= {int(staff)} if staff else set()
            sat |= set() if staff else {(int(post), on)}
    return stood_in, sat


def review_limit(procedure: ProcedureFacts, stage: Stage) -> str:
    """How long the office has at this stage: the code of a limit, empty if there is no such stage."""
    return {Stage.REVIEW: procedure.review_limit, Stage.REREVIEW: procedure.rereview_limit}.get(stage, "")


def next_stage(procedure: ProcedureFacts, stage: Stage) -> Stage | None:
    """The stage that may be asked for after an answer at this one; nothing after the last."""
    after = {Stage.FIRST: Stage.REVIEW, Stage.REVIEW: Stage.REREVIEW}.get(stage)
    return after if after and review_limit(procedure, after) else None


def ask_limit(procedure: ProcedureFacts, stage: Stage) -> str:
    """How long one may ask after an answer at this stage."""
    return procedure.review_ask_limit if stage is Stage.FIRST else procedure.rereview_ask_limit


def may_at_stage(stage: Stage, verb: str) -> Verdict:
    """May this be done at this stage at all?"""
    if stage is Stage.FIRST:
        return Verdict(NO_REVIEW) if verb in REVIEWING else YES
    if verb == "send_back" and stage is Stage.REREVIEW:
        return Verdict(SECOND_IS_LAST)
    return Verdict(IN_REVIEW) if verb in FIRST_ONLY else YES


def may_tell_more(procedure: ProcedureFacts, stage: Stage, *, is_answered: bool, doors: Names) -> Verdict:
    """After the last stage nothing is taken up under the same receipt (终结); the other doors are told with the no."""
    if not is_answered or stage is Stage.FIRST or next_stage(procedure, stage):
        return YES
    return Verdict(FINAL_BUT_DOORS, {"doors": doors}) if doors else Verdict(FINAL)


def may_reopen_at(procedure: ProcedureFacts) -> Verdict:
    """A case on a road with reviews is reviewed, not opened again."""
    return Verdict(ASK_REVIEW) if next_stage(procedure, Stage.FIRST) else YES


def may_ask_review(
    procedure: ProcedureFacts, stage: Stage, *, is_answered: bool, last_on: date | None, on: date
) -> Verdict:
    """After an answer, within the time to ask, where the road has a stage left; one day late is late."""
    if not next_stage(procedure, stage):
        return Verdict(REOPENED_INSTEAD)
    if not is_answered or last_on is None:
        return Verdict(NOT_ANSWERED)
    return YES if on <= last_on else Verdict(ASKED_LATE, {"day": last_on})


def stage_before(stage: Stage) -> Stage:
    """The stage whose answer is looked at in this one."""
    return Stage.REVIEW if stage is Stage.REREVIEW else Stage.FIRST


def is_stuck(sitting: Collection[int], aside: Container[int]) -> bool:
    """Does everybody who sits there stand aside? An office where nobody sits waits for an appointment instead."""
    return bool(sitting) and all(staff in aside for staff in sitting)


def may_hear(*, begins: bool, is_on: bool, was_held: bool) -> Verdict:
    """One hearing a stage: it begins, and it ends."""
    if begins and (is_on or was_held):
        return Verdict(HEARING_IS_ON if is_on else HEARD_ALREADY)
    return YES if begins or is_on else Verdict(NO_HEARING_IS_ON)


def first_above(above: Iterable[tuple[int, bool, bool]]) -> int | None:
    """The nearest office above that is open and not complained about: (id, is open, is accused), nearest first."""
    return next((pk for pk, is_open, is_accused in above if is_open and not is_accused), None)


PARTS_MISSING = gettext_noop("A written opinion needs what was asked, what was found, and the legal basis.")


def is_whole_opinion(*, needs_parts: bool, parts: dict[str, str]) -> Verdict:
    """A petition is answered with a written opinion that has all its parts (信访工作条例 art. 32)."""
    return Verdict(PARTS_MISSING) if needs_parts and not all(parts.values()) else YES
