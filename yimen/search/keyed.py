"""Keyed tokens: what the index keeps instead of words. Without the town's key nobody can say what one stands for."""

from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from django.conf import settings

from yimen.kernel.seal import derived_key

BYTES = 5  # 40 bits, eight letters: of ten million words some fifty share theirs, and what is found is read again
REMEMBERED = 30_000  # words; some six megabytes


def tokens(words: Iterable[str]) -> set[str]:
    """The tokens of these words, each eight of ``a–z2–7``."""
    key = _key(settings.SECRET_KEY)
    return {_token(word, key) for word in words}


@lru_cache(maxsize=1)
def _key(secret: str) -> bytes:  # noqa: ARG001 – it is the key of the memory
    return derived_key("search")


@lru_cache(maxsize=REMEMBERED)
def _token(word: str, key: bytes) -> str:
    return b32encode(blake2b(word.encode(), key=key, digest_size=BYTES).digest()).decode().lower()
