"""What people write is sealed: the database file alone gives away neither contact details nor words.

The keys lie beside the database, never in it. The first one seals, all of them open: a new key is put in front.
"""

import hmac
import logging
from base64 import urlsafe_b64decode
from functools import lru_cache
from hashlib import sha256
from os import urandom
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

log = logging.getLogger(__name__)

#: What is sealed begins with this: AES-256-GCM under a random number of twelve bytes. It takes two microseconds and 29
#: bytes, a twentieth and a quarter of a Fernet token. Those of an older edition begin with "g", and open too.
_FORM = b"\x01"
_NUMBER = 12


@lru_cache(maxsize=1)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


@lru_cache(maxsize=1)
def _ciphers(keys: tuple[str, ...]) -> list[AESGCM]:
    return [AESGCM(hmac.digest(urlsafe_b64decode(key), b"yimen:sealed text", sha256)) for key in keys]


def box() -> MultiFernet:
    """The seal for what must stay a line of letters: first key for new things, the older ones to open."""
    return _box(tuple(settings.YIMEN_SEAL_KEYS))


def derived_key(purpose: str) -> bytes:
    """A key of its own for each purpose, from the town's secret; 32 bytes."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"yimen:" + purpose.encode(), sha256)


def sealed(text: str) -> bytes:
    """These words, to be opened with the town's key only; nothing stays nothing."""
    return sealed_bytes(text.encode())


def sealed_bytes(content: bytes) -> bytes:
    """The same for what is no text yet: a mail as it came."""
    if not content:
        return b""
    number = urandom(_NUMBER)
    return _FORM + number + _ciphers(tuple(settings.YIMEN_SEAL_KEYS))[0].encrypt(number, content, None)


def opened(value: bytes) -> str:
    """The words again; ``InvalidToken`` if no key fits or somebody changed them."""
    return opened_bytes(value).decode()


def opened_bytes(value: bytes) -> bytes:
    """The same for what is no text yet."""
    if not value.startswith(_FORM):
        return box().decrypt(value) if value else b""
    number, closed = value[1 : 1 + _NUMBER], value[1 + _NUMBER :]
    for cipher in _ciphers(tuple(settings.YIMEN_SEAL_KEYS)):
        try:
            return cipher.decrypt(number, closed, None)
        except (InvalidTag, ValueError):
            continue
    raise InvalidToken


class SealedField(models.BinaryField):  # type: ignore[type-arg]
    """A text that stands sealed in the database; empty text is stored as no bytes."""

    def _check_str_default_value(self) -> list[Any]:
        return []  # outside the database it is text, so its default is text too

    def from_db_value(self, value: Any, *_: object) -> str:  # noqa: ANN401 – Django's own signature
        try:
            return opened(bytes(value)) if value else ""
        except InvalidToken:
            log.error("Something sealed does not open: do the keys in keys/seal.key belong to this database?")  # noqa: TRY400 – the trace says no more
            return ""

    def get_prep_value(self, value: str | None) -> bytes:
        return sealed(value or "")

    def to_python(self, value: Any) -> str:  # noqa: ANN401 – Django's own signature
        return value or ""
