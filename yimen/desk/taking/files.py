"""Several files in one field of a clerk's form."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext

from yimen.files.rules import LARGEST, LARGEST_IN_ALL, MEGABYTE, MOST_FILES
from yimen.intake.files import Upload
from yimen.kernel.verdict import gettext_noop

FIELD = "files"
HINT = gettext_noop("Up to %(files)s files at once, each up to %(each)s MB, %(all)s MB together.")


class ManyFilesInput(forms.ClearableFileInput):
    """A file field that takes more than one."""

    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Some files; each is known by its content later, not by its name here."""

    def __init__(self, *, accept: str, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(widget=ManyFilesInput({"accept": accept}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ANN401, ARG002 – Django's own signature
        """The files that were chosen; empty ones are refused in words later, together with their names."""
        return list(data) if isinstance(data, list | tuple) else [data] if data else []


def bounds() -> str:
    """How many and how large, in the reader's language."""
    most = {"files": MOST_FILES, "each": LARGEST // MEGABYTE, "all": LARGEST_IN_ALL // MEGABYTE}
    return gettext(HINT) % most


def uploads_of(request: HttpRequest) -> list[Upload]:
    """The files of this form, as the channels take them."""
    return [(str(file.name), file.read()) for file in request.FILES.getlist(FIELD)]
