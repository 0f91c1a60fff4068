"""What is kept, what is forgotten, and when: every app's part. The clock carries the rules out at night."""

from datetime import datetime

from yimen.calls import forgetting as calls
from yimen.cases import forgetting as cases
from yimen.deadlines import forgetting as deadlines
from yimen.exports import forgetting as exports
from yimen.files import forgetting as files
from yimen.intake import forgetting as intake
from yimen.journal import forgetting as journal
from yimen.kernel import forgetting as kernel
from yimen.kernel.forgetting import Inventory, Rule
from yimen.knowledge import forgetting as knowledge
from yimen.mediation import forgetting as mediation
from yimen.meetings import forgetting as meetings
from yimen.notifications import forgetting as notifications
from yimen.people import forgetting as people
from yimen.people.rules import Clock
from yimen.places import forgetting as places
from yimen.privacy import forgetting as privacy
from yimen.privacy.verbs.forget import forget_old
from yimen.redraws import forgetting as redraws
from yimen.routing import forgetting as routing
from yimen.search import forgetting as search
from yimen.stats import forgetting as stats
from yimen.supervision import forgetting as supervision
from yimen.video import forgetting as video
from yimen.visits import forgetting as visits

INVENTORY: Inventory = {
    **kernel.INVENTORY,
    **journal.INVENTORY,
    **places.INVENTORY,
    **people.INVENTORY,
    **privacy.INVENTORY,
    **notifications.INVENTORY,
    **files.INVENTORY,
    **meetings.INVENTORY,
    **deadlines.INVENTORY,
    **redraws.INVENTORY,
    **routing.INVENTORY,
    **knowledge.INVENTORY,
    **cases.INVENTORY,
    **calls.INVENTORY,
    **intake.INVENTORY,
    **mediation.INVENTORY,
    **supervision.INVENTORY,
    **exports.INVENTORY,
    **visits.INVENTORY,
    **video.INVENTORY,
    **stats.INVENTORY,
    **search.INVENTORY,
}

RULES: list[Rule] = [
    *journal.RULES,
    *places.RULES,
    *people.RULES,
    *privacy.RULES,
    *notifications.RULES,
    *files.RULES,
    *meetings.RULES,
    *deadlines.RULES,
    *redraws.RULES,
    *routing.RULES,
    *knowledge.RULES,
    *cases.RULES,
    *calls.RULES,
    *intake.RULES,
    *mediation.RULES,
    *supervision.RULES,
    *exports.RULES,
    *visits.RULES,
    *video.RULES,
    *stats.RULES,
    *search.RULES,  # after the cases: what they have forgotten is found no more
]


def forget(at: datetime) -> None:
    """Carry out every rule; what one has forgotten stays forgotten if the next one fails."""
    for rule in RULES:
        forget_old(by=Clock(), rule=rule, at=at)
