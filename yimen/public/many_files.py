"""Several files in one field."""

from typing import Any

from django import forms


class ManyFilesInput(forms.ClearableFileInput):
    """A file field that takes more than one."""

    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Up to eight files; each is looked into by its content later, not by its name here."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ANN401 – Django's own signature
        """The files that were chosen; empty ones are refused in words later, together with their names."""
        return list(data) if isinstance(data, list | tuple) else [data] if data else []
