"""A verdict's reason in the reader's language, for forms."""

from django import forms
from django.utils.translation import get_language, gettext

from yimen.intake.files import FileRefused
from yimen.kernel.languages import filled
from yimen.kernel.verdict import Refused, Verdict
from yimen.public.many_files import FIELD


def said(answer: Refused | Verdict) -> str:
    """The sentence to put beside the field."""
    verdict = answer.verdict if isinstance(answer, Refused) else answer
    return filled(gettext(verdict.reason), verdict.params, get_language() or "") if verdict.reason else ""


def put_on(form: forms.Form, refusal: Refused) -> None:
    """The refusal on the form: at the files if it is about them, else above everything."""
    form.add_error(FIELD if isinstance(refusal, FileRefused) and FIELD in form.fields else None, said(refusal))
