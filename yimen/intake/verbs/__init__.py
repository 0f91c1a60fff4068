"""What can happen before there is a case."""

from yimen.intake.verbs.tell_door import tell_door

__all__ = ["tell_door"]
