"""What all web processes need, read before they part: they share it, and the first page is quick."""

import gc
from contextlib import suppress
from datetime import date

from django.conf import settings
from django.db import DatabaseError, connections
from django.template import TemplateDoesNotExist, engines
from django.urls import get_resolver
from django.utils import translation

from yimen.deadlines.calendars import calendar_for
from yimen.deadlines.terms import edition_of
from yimen.kernel.languages import day_in
from yimen.routing.town import the_town


def read_what_all_need() -> None:
    """Pages, templates, words, and the town as it is now; every connection is closed again."""
    get_resolver().url_patterns  # noqa: B018 – reading them imports all pages
    for path in settings.BASE.glob("*/templates/**/*.html"):
        with suppress(TemplateDoesNotExist):
            engines["django"].get_template(path.as_posix().partition("/templates/")[2])
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Send")
            day_in(date(2026, 1, 1), language)
    with suppress(DatabaseError):  # then each process reads it when it can
        calendar_for(edition_of(the_town().editions))
    for connection in connections.all(initialized_only=True):
        connection.close()
        getattr(connection, "close_pool", dict)()  # a pool's threads would not come along
    gc.collect()
    gc.freeze()  # what is there now is no longer looked through, so it stays shared
