"""What can happen with calls."""

from yimen.calls.verbs.try_again import try_to_call_back
from yimen.calls.verbs.wish import wish_call_back

__all__ = ["try_to_call_back", "wish_call_back"]
