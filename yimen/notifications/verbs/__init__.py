"""What can happen to letters and their words."""

from yimen.notifications.verbs.start import start_texts
from yimen.notifications.verbs.stop import stop_texts
from yimen.notifications.verbs.take_templates import take_templates

__all__ = ["start_texts", "stop_texts", "take_templates"]
