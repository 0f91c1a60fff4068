"""The town offers a category that its pack does not have."""

from collections.abc import Container
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking.own import mark_row
from yimen.kernel.verdict import Refused, gettext_noop, require
from yimen.people.policies import may_change_offer
from yimen.people.rules import Actor
from yimen.routing.facts import CategoryFacts
from yimen.routing.models import Category
from yimen.routing.rules import may_be_new
from yimen.routing.verbs.change_category import checked

THERE = gettext_noop("There is a category “%(code)s” already.")
NO_GROUP = gettext_noop("Please choose the group that it stands in.")


@transaction.atomic
def add_category(*, by: Actor, category: CategoryFacts, limits: Container[str], at: datetime) -> int:
    """A leaf in one of the groups, the last one there. No pack takes it away; nobody answers for it but its group's
    departments until its own remits are set.
    """
    require(may_change_offer(by))
    fields = checked_as_new(category, limits)
    last = Category.objects.aggregate(last=Max("order"))["last"] or 0
    row = Category.objects.create(code=category.code, order=last + 1, **fields)
    mark_row(row, category.code)
    new_edition("routing")
    record("category.added", subject=f"category:{row.pk}", by=by.ref, at=at)
    return int(row.pk)


def checked_as_new(category: CategoryFacts, limits: Container[str]) -> dict[str, Any]:
    """The columns of a category that is not there yet, and its group; refused if it can't come."""
    require(may_be_new(category))
    fields = checked(category, limits)
    parent = Category.objects.filter(code=category.parent_code, procedure=None, door=None).first()
    if parent is None:
        raise Refused(NO_GROUP)
    if Category.objects.filter(code=category.code).exists():
        raise Refused(THERE, code=category.code)
    return fields | {"parent": parent}
