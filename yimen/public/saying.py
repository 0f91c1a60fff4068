"""A verdict's reason in the reader's language, for forms."""

from django.utils.translation import gettext

from yimen.kernel.verdict import Refused, Verdict


def said(answer: Refused | Verdict) -> str:
    """The sentence to put beside the field."""
    verdict = answer.verdict if isinstance(answer, Refused) else answer
    return gettext(verdict.reason) % verdict.params if verdict.reason else ""
