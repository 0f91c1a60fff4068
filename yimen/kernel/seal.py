"""Contact details are sealed: the database file alone does not give them away."""

import hmac
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache(maxsize=1)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def box() -> MultiFernet:
    """The seal: first key for new things, the older ones to open what was sealed before."""
    return _box(tuple(settings.YIMEN_SEAL_KEYS))


def derived_key(purpose: str) -> bytes:
    """A key of its own for each purpose, from the town's secret; 32 bytes."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"yimen:" + purpose.encode(), sha256)


class SealedField(models.BinaryField):  # type: ignore[type-arg]
    """A short text that stands encrypted in the database; empty text is stored as no bytes."""

    def _check_str_default_value(self) -> list[Any]:
        return []  # outside the database it is text, so its default is text too

    def from_db_value(self, value: Any, *_: object) -> str:  # noqa: ANN401 – Django's own signature
        if not value:
            return ""
        try:
            return box().decrypt(bytes(value)).decode()
        except InvalidToken:
            return ""

    def get_prep_value(self, value: str | None) -> bytes:
        return box().encrypt(value.encode()) if value else b""

    def to_python(self, value: Any) -> str:  # noqa: ANN401 – Django's own signature
        return value or ""
