"""Links: a secret for each seat, of which only a keyed hash is stored."""

import hmac
from hashlib import sha256

from yimen.kernel.seal import derived_key


def hash_of(key: str) -> bytes:
    """What is kept of a link."""
    return hmac.digest(derived_key("call-link"), key.encode(), sha256)


def key_from(nonce: str) -> str:
    """The link that belongs to a form: the same form sent twice is one seat."""
    return hmac.digest(derived_key("call"), nonce.encode(), sha256).hex()[:32]


def browser_hash(browser: str) -> bytes:
    """What is kept of the secret by which a browser shows that it is the one that holds the seat."""
    return hmac.digest(derived_key("call-browser"), browser.encode(), sha256)
