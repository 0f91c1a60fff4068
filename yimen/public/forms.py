"""How every form of the product is drawn: label, hint, error and field tied together for eyes and screen readers."""

from functools import cached_property
from pathlib import Path
from typing import Any

import django.forms
from django.forms import renderers
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.template.backends.django import DjangoTemplates
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext_lazy

from yimen.kernel.verdict import gettext_noop
from yimen.public.templatetags.yimen import kept

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
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
        "min_length",
    ),
    gettext_noop("Your password can’t be a commonly used password."),
    gettext_noop("Your password can’t be too similar to your other personal information."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    gettext_noop("This password is too common."),
    gettext_noop("The password is too similar to the %(verbose_name)s."),
)

_OURS = Path(__file__).resolve().parent / "templates"
_DJANGOS = Path(django.forms.__file__).resolve().parent / "templates"


SELECT = "django/forms/widgets/select.html"


class Renderer(renderers.DjangoTemplates):
    """Draws ``{{ form.what.as_field_group }}`` and ``{{ form }}`` in the town's look; set as FORM_RENDERER."""

    form_template_name = "public/forms/form.html"
    field_template_name = "public/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """A list to choose from is written here: as templates its two hundred lines take half of a page's time."""
        if template_name == SELECT:
            return _select(context["widget"])
        return str(super().render(template_name, context, request))

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


def _select(widget: dict[str, Any]) -> SafeString:
    """The same as our templates for a select and its options."""
    ours = " ".join(filter(None, ("govuk-select", widget["attrs"].get("class"))))
    attributes = flatatt({"class": ours} | dict(kept(widget["attrs"], "govuk-select")))
    parts = [format_html('<select name="{}"{}>', widget["name"], attributes)]
    for group, options, _ in widget["optgroups"]:
        lines = mark_safe("".join(map(_option, options)))  # noqa: S308 – each part is escaped below
        parts.append(format_html('<optgroup label="{}">{}</optgroup>', group, lines) if group else lines)
    return mark_safe("".join([*parts, "</select>"]))  # noqa: S308 – each part is escaped above


def _option(option: dict[str, Any]) -> str:
    attributes = flatatt(option["attrs"]) if option["attrs"] else ""
    value, label = conditional_escape(option["value"]), conditional_escape(option["label"])
    return f'<option value="{value}"{attributes}>{label}</option>'
