"""The receipt: a code that a resident keeps, and that we do not.

Fourteen random symbols out of thirty (68.7 bits) and an ISO 7064 check symbol, in three groups of five
that can be read over the telephone: ``7K2MP-9QXR4-HTW6C``. Nothing that looks alike is in the alphabet
(no 0/O, 1/I/L, U/V is V), and what people type instead is understood. Only a keyed hash is stored.
The code is derived from a *nonce* of the form that was sent, so that the same form sent twice — a double
click, an answer lost on the way — shows the same receipt without our ever storing it.
"""

import hmac
import re
import secrets
import unicodedata
from hashlib import sha256

from stdnum.iso7064 import mod_37_36

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_SYMBOLS = 14
#: What people write for what is not in the alphabet. 0/O and 1/I/L are in no receipt: they can't be repaired.
_READ_AS = str.maketrans({"U": "V"})
_SPACERS = re.compile(r"[\s\-–—_.·,་།]+")
NONCE = re.compile(r"[A-Za-z0-9_-]{22,64}")


def new_nonce() -> str:
    """A fresh secret for one form: 128 bits, unguessable, good for one case."""
    return secrets.token_urlsafe(16)


def receipt_from(nonce: str, key: bytes) -> str:
    """The receipt that belongs to this form, as its 15 symbols without the groups' dashes."""
    number = int.from_bytes(hmac.digest(key, b"receipt:" + nonce.encode(), sha256))
    symbols = []
    for _ in range(RANDOM_SYMBOLS):
        number, place = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[place])
    body = "".join(symbols)
    return body + mod_37_36.calc_check_digit(body, ALPHABET)


def shown(receipt: str) -> str:
    """The receipt in its three groups, as printed and read aloud."""
    return "-".join(receipt[i : i + 5] for i in range(0, len(receipt), 5))


def read(typed: str) -> str:
    """What was typed, understood as a receipt; empty if it cannot be one (a slip of one symbol is noticed)."""
    # NFKC: what a Chinese keyboard writes in full width is meant as the plain letters.
    receipt = _SPACERS.sub("", unicodedata.normalize("NFKC", typed)).upper().translate(_READ_AS)
    if len(receipt) != RANDOM_SYMBOLS + 1 or not set(receipt) <= set(ALPHABET):
        return ""
    return receipt if mod_37_36.is_valid(receipt, ALPHABET) else ""


def hashed(receipt: str, key: bytes) -> bytes:
    """What the database keeps of a receipt: a keyed hash, 32 bytes."""
    return hmac.digest(key, b"look-up:" + receipt.encode(), sha256)
