"""What a letter is known by when it comes back: answered, delivered, or failed on the way."""

import re
from hashlib import sha256
from hmac import compare_digest, digest

from yimen.kernel.seal import derived_key

_MARK = re.compile(r"letter-([0-9]{1,18})-[0-9a-f]{16}(?![0-9a-f])")


def mark_of(number: int) -> str:
    """The letter's number and 64 bits that only we can make."""
    proof = digest(derived_key("message-id"), str(number).encode(), sha256).hex()[:16]
    return f"letter-{number}-{proof}"


def letter_marked(text: str) -> int | None:
    """The number of our letter whose mark stands in it; nothing if it is not ours, or somebody made it up."""
    found = _MARK.search(text)
    return int(found[1]) if found and compare_digest(found[0], mark_of(int(found[1]))) else None
