"""A town takes its categories, procedures and other doors from a pack."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.taking import Changes, Fields, take_rows
from yimen.kernel.taking.own import owned
from yimen.people.rules import Operator
from yimen.routing.facts import CategoryFacts, Offer
from yimen.routing.models import Category, Door, Procedure, Remit


@transaction.atomic
def take_catalogue(*, by: Operator, pack: str, offer: Offer, at: datetime) -> Changes:
    """The town offers what the pack offers. What the pack no longer has is offered no more, and never deleted:
    old cases keep their category. When nothing differs, nothing is written.
    """
    changes = take_rows(Door, {d.code: _fields(d, "id") for d in offer.doors})
    default = next((p.code for p in offer.procedures if p.is_default), "")
    Procedure.objects.filter(is_default=True).exclude(code=default).update(is_default=False)  # there is one at a time
    changes += take_rows(Procedure, {p.code: dict(_fields(p, "id"), doors=list(p.doors)) for p in offer.procedures})
    changes += _take_categories(offer.categories)
    changes += _take_remits(offer)
    changes += _retire(offer.categories)
    if changes:
        new_edition("routing")
        counts = {"added": len(changes.added), "changed": len(changes.changed), "retired": len(changes.retired)}
        record("pack.catalogue_taken", subject=f"pack:{pack}", by=by.ref, at=at, **counts)
    return changes


def _fields(facts: object, *left_out: str) -> Fields:
    return {name: value for name, value in vars(facts).items() if name not in left_out}


def _take_categories(categories: Iterable[CategoryFacts]) -> Changes:
    """Branches first, so that leaves find them."""
    procedures = dict(Procedure.objects.values_list("code", "id"))
    doors = dict(Door.objects.values_list("code", "id"))
    by_depth: dict[int, list[CategoryFacts]] = {}
    for category in categories:
        by_depth.setdefault(category.code.count("."), []).append(category)
    changes = Changes()
    for _, level in sorted(by_depth.items()):
        ids = dict(Category.objects.values_list("code", "id"))
        wanted = {}
        for facts in level:
            fields = dict(_fields(facts, "id", "parent_code", "procedure_code", "door_code"), kinds=list(facts.kinds))
            fields["parent_id"] = ids.get(facts.parent_code)
            fields["procedure_id"] = procedures.get(facts.procedure_code)
            fields["door_id"] = doors.get(facts.door_code)
            wanted[facts.code] = fields
        changes += take_rows(Category, wanted)
    return changes


def _take_remits(offer: Offer) -> Changes:
    """Who answers where; a remit that the pack no longer has ends."""
    ids = dict(Category.objects.values_list("code", "id"))
    wanted = {
        f"{code}@{level}": {"category_id": ids[code], "level": level, "function": function}
        for (code, level), function in offer.remits.items()
    }
    changes = take_rows(Remit, wanted, keys=("category_id", "level"))
    kept = {(fields["category_id"], fields["level"]) for fields in wanted.values()}
    offered, own = {c.code for c in offer.categories}, owned(Remit).rows()
    ended = [
        (remit.pk, f"{remit.category.code}@{remit.level}")
        for remit in Remit.objects.select_related("category").order_by("id")
        if (remit.category_id, remit.level) not in kept
        and remit.category.code in offered
        and f"{remit.category.code}@{remit.level}" not in own
    ]
    Remit.objects.filter(pk__in=[pk for pk, _ in ended]).delete()
    return changes + Changes(retired=tuple(label for _, label in ended))


def _retire(categories: Iterable[CategoryFacts]) -> Changes:
    gone = Category.objects.filter(is_offered=True).exclude(code__in=[c.code for c in categories])
    own = owned(Category)
    found = gone.order_by("order", "id").values_list("code", flat=True)
    codes = tuple(code for code in found if not own.has(code, "is_offered"))
    Category.objects.filter(code__in=codes).update(is_offered=False)
    return Changes(retired=codes)
