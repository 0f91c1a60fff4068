"""Django's own SQLite, with a stopwatch at the one place where writers wait: BEGIN IMMEDIATE takes the write lock."""

import logging
from time import monotonic

from django.db.backends.sqlite3 import base

from yimen.kernel.sqlite3.waiting import Waiting

log = logging.getLogger(__name__)
_waiting = Waiting(monotonic())


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that says when SQLite has become too small for the town."""

    def _start_transaction_under_autocommit(self) -> None:
        began = monotonic()
        super()._start_transaction_under_autocommit()  # type: ignore[misc] # the stubs leave it out
        now = monotonic()
        if said := _waiting.note(now - began, now):
            log.warning(said)
