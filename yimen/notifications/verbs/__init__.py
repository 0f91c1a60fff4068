"""What can happen to letters and their words."""

from yimen.notifications.verbs.take_templates import take_templates

__all__ = ["take_templates"]
