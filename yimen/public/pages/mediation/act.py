"""One thing that a side can do: a small form at an address of its own."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as later

Typed = Mapping[str, Any]
SENT = later("Written down.")


class Act(NamedTuple):
    """One thing to do: the verb that is asked about, its words, its form, and how it is done."""

    verb: str
    title: str | Promise
    lead: str | Promise
    button: str | Promise
    done: str | Promise
    form: type[forms.Form]
    do: Callable[[Any, Typed, datetime], object]  # a side, or whoever comes with it: the verb's policy decides
    look: str = ""
