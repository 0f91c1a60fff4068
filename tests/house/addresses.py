"""Every address of the product, from the resolver itself, and the named list of those that anybody may ask."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

from yimen.desk.sign_in_urls import PUBLIC_NAMES

#: What may be asked without signing in, by the name of the address. Everything else is the desk's.
PUBLIC = {
    *PUBLIC_NAMES,  # signing in itself
    "home",
    "about",
    "components",  # every part of a page in one place; shows no data
    "areas",  # outlines of the areas for the small map on "tell"; the same for everybody
    "tiles",  # the town's own map
    "office-dates",  # how many cases of an office are long overdue; suppressed figures
    "mediation-figures",  # how disputes were settled, by quarter; suppressed figures
    "kept",  # what is on this phone; takes in what had waited there, as "tell" does
    "away",  # leave quickly
    "worker",  # the script, the manifest and the picture of the installed pages
    "manifest",
    "icon",
    "answers-index",  # the questions of the knowledge base in one small file
    "answers",  # the knowledge base: entries in use only
    "answer",
    "tell",
    "serves",  # offices, posts and telephones of a place
    "come",  # where servers of other channels bring what came; each proves itself
    "exchange",  # where a telephone exchange tells of calls; what comes is signed
    "follow",
    "centre",  # a centre: where it is, when it is open, how many wait
    "centre-screen",  # its waiting screen: numbers and counters
    "tablet",  # its tablet at the door; the address is known to the centre
    "booking-new",  # free times of a centre
    "booking",  # one booked visit, by its own code
    "booking-file",
    "video",  # leads to the page below at the town's own centre
    "video-centre",  # asking for a call by video, without a name
    "meeting",  # one's own call, by its own link; whoever has it still has to be let in
    "meeting-exchange",
    "meeting-slides",
    "meeting-slide",
    "ticket",  # one number of a queue, by its own link
    "mediation",  # what it is; the code of a side opens its room
    "mediation-committees",  # who mediates where: posts, and no name of a person
    "mediation-committee",
    "mediation-apply",
    "mediation-invitation",  # an invitation opens a summary
    "mediation-leave",
    # A room: whoever has no code is sent to "mediation", and reads nothing.
    "mediation-room",
    "mediation-act",
    "mediation-session",
    "mediation-call",  # a session by video; and its neutral link in a calendar, which leads to the room
    "appointment",
    "mediation-papers",
    "mediation-paper",
    "mediation-scan",
    "mediation-file",
    "leave",
    "join",  # an invitation becomes a receipt; shows no case
    # A resident's own case: whoever has no receipt is sent to "follow", and reads nothing.
    "own",
    "own-add",
    "own-reply",
    "own-rate",
    "own-reopen",
    "own-review",
    "own-withdraw",
    "own-aside",
    "own-others",
    "own-leave",
    "own-me-too",
    "own-helper",
    "own-looks",
    "own-mediation",
    "own-copy",
    "own-erase",
    "own-file",
    "own-paper",
}

#: A value that each kind of part in an address accepts.
SAMPLES = {"int": 1, "str": "x", "slug": "x", "path": "x", "uuid": UUID(int=0)}


def patterns(
    resolver: URLResolver | None = None, before: str = "", space: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Each address as (route, name with its namespace, pattern)."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from patterns(entry, before + str(entry.pattern), inner)
        else:
            yield before + str(entry.pattern), f"{space}{entry.name or ''}", entry
