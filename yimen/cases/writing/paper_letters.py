"""Whose hands a letter on paper may pass through: it says what its case is about, and who brought it."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from yimen.cases.models import Case
from yimen.cases.queries import open_to
from yimen.people.rules import Acting


def is_kept_from(acting: Acting, case_number: OuterRef) -> Exists:
    """Is it of a case that this post must keep out of?"""
    return Exists(Case.objects.filter(pk=case_number).exclude(open_to(acting)))


def is_about(offices: Iterable[int], case_number: OuterRef) -> Exists:
    """Is its case a complaint about one of these offices?"""
    return Exists(Case.objects.filter(pk=case_number, accused_office_id__in=list(offices)))
