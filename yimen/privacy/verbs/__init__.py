"""What can happen to residents' data in general."""

from yimen.privacy.verbs.forget import forget_old

__all__ = ["forget_old"]
