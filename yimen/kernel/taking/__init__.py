"""Reference data from a pack, and what the town has set itself on top of it."""

from yimen.kernel.taking.rows import Changes, Fields, take_rows

__all__ = ["Changes", "Fields", "take_rows"]
