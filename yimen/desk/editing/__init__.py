"""Changing what the town offers: a form, what the change would do, and only then the change."""

from yimen.desk.editing.flow import Effects, edited
from yimen.desk.editing.forms import Editing

__all__ = ["Editing", "Effects", "edited"]
