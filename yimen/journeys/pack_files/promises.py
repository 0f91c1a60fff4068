"""Words that no code of a pack may have, because the product promises not to watch and not to sort people."""

import re

from yimen.journeys.pack_files.problems import Notes
from yimen.kernel.verdict import gettext_noop

#: Promises 1 and 2 of the mission, as the beginnings of words. "public-security" may name another door, as a court may.
BANNED = (
    "ethnic", "nationalit", "race", "racial", "minorit", "religio", "faith", "temple", "monaster", "mosque", "church",
    "politic", "party", "hukou", "household-registration", "idcard", "id-card", "id-number", "identity-card", "face",
    "fingerprint", "biometr", "travel-record", "camera", "patrol", "surveil", "watchlist", "blacklist", "suspect",
    "informer", "informant", "police", "stability", "repeat-petition", "profil", "score", "birth-control",
    "family-planning",
)  # fmt: skip
_BANNED = re.compile(rf"(?:^|[-_.])({'|'.join(BANNED)})", re.IGNORECASE)


def check_code(code: str, file: str, line: int, notes: Notes, column: str = "code") -> None:
    """Note a code that would make a case about who somebody is, or about watching somebody."""
    if found := _BANNED.search(code):
        says = gettext_noop("“%(word)s” may not be in a code: no case is about who a person is or watches them.")
        notes.add(file, line, column, says, word=found[1])
