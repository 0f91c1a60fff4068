"""Who puts the committee's seal under an agreement."""

from datetime import date

from yimen.kernel.verdict import YES, Verdict, gettext_noop
from yimen.mediation.models import Seat
from yimen.mediation.policies import may
from yimen.mediation.rooms.inside import HeadIn
from yimen.people.seats import holders_of

NOT_BOTH = gettext_noop("You mediated this yourself, so the other head of the committee seals it.")


def may_seal(head: HeadIn, on: date) -> Verdict:
    """A head who mediated leaves the seal to another one, if the committee has one; alone, they do both.

    A measure of ours: the law names the mediator's signature and the committee's seal, and not whose hand holds it
    (人民调解法 art. 29; unchecked by a lawyer).
    """
    if not (allowed := may(head, "seal")) or head.acting.staff_id != head.mediation.mediator_id:
        return allowed
    heads = Seat.objects.filter(
        committee_id=head.mediation.committee_id, is_head=True, from_on__lte=on, until_on__gt=on
    )
    others = holders_of(heads.exclude(post_id=head.acting.post_id).values_list("post_id", flat=True), on).values()
    is_another = any(one.staff_id != head.acting.staff_id for one in others)
    return Verdict(NOT_BOTH) if is_another else YES
