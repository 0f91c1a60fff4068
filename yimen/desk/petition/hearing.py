"""What may be done in a review while a hearing is on, and after it, as the desk offers it."""

from yimen.cases.reviews.rules import HEARING_IS_ON, may_hear
from yimen.desk.opening import Opened
from yimen.kernel.verdict import YES, Verdict

IN_REVIEW = frozenset({"begin_hearing", "end_hearing", "review", "ask"})


def may_in_review(opened: Opened, verb: str) -> Verdict:
    """One hearing a stage; while it is on, nothing is decided and nobody is asked in writing."""
    codes = [scene.code for scene in opened.story.scenes]
    if "case.review_asked" not in codes:
        return YES
    since = codes[len(codes) - codes[::-1].index("case.review_asked") :]
    was_held = "case.hearing_ended" in since
    is_on = "case.hearing_begun" in since and not was_held
    if verb in {"review", "ask"}:
        return Verdict(HEARING_IS_ON) if is_on else YES
    return may_hear(begins=verb == "begin_hearing", is_on=is_on, was_held=was_held)
