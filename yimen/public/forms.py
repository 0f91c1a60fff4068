"""How every form of the product is drawn: label, hint, error and field tied together for eyes and screen readers."""

from functools import cached_property
from pathlib import Path

import django.forms
from django.forms import renderers
from django.template.backends.django import DjangoTemplates

from yimen.kernel.verdict import gettext_noop

#: Django's own sentences about a mistake. Listed, so that the town's catalogues say them kindly, and in Tibetan too.
SENTENCES = (
    gettext_noop("This field is required."),
    gettext_noop("Enter a valid email address."),
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a whole number."),
    gettext_noop("Select a valid choice. %(value)s is not one of the available choices."),
    gettext_noop("Select a valid choice. That choice is not one of the available choices."),
    gettext_noop("The submitted file is empty."),
    gettext_noop("No file was submitted. Check the encoding type on the form."),
    gettext_noop("Null characters are not allowed."),
)

_OURS = Path(__file__).resolve().parent / "templates"
_DJANGOS = Path(django.forms.__file__).resolve().parent / "templates"


class Renderer(renderers.DjangoTemplates):
    """Draws ``{{ form.what.as_field_group }}`` and ``{{ form }}`` in the town's look; set as FORM_RENDERER."""

    form_template_name = "public/forms/form.html"
    field_template_name = "public/forms/field.html"

    @cached_property
    def engine(self) -> DjangoTemplates:
        """Our own templates first, then Django's for the widgets we leave as they are."""
        options: dict[str, object] = {
            "APP_DIRS": False,
            "DIRS": [_OURS, _DJANGOS],
            "NAME": "yimen-forms",
            "OPTIONS": {},
        }
        return DjangoTemplates(options)
