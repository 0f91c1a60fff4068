"""Every column of every table says what it is for, by which right, who sees it and until when."""

from collections.abc import Iterator, Mapping

from django.apps import apps

from yimen.journal.models import Entry
from yimen.kernel.forgetting import Field, Inventory
from yimen.retention import INVENTORY, RULES

#: Tables that Django fills by itself and that hold nothing of a town.
NOT_OURS = {"migrations.Migration"}


def columns() -> dict[str, set[str]]:
    """All columns there are, by model label."""
    models = apps.get_models(include_auto_created=False)
    kept = {m._meta.label: m for m in models if m._meta.label not in NOT_OURS}
    return {label: {f.name for f in (*m._meta.fields, *m._meta.many_to_many)} for label, m in kept.items()}


def gaps(there: Mapping[str, set[str]], inventory: Inventory) -> Iterator[str]:
    """What is there and not in the inventory, in the inventory and not there, or without words."""
    for label in sorted(there.keys() | inventory.keys()):
        listed = inventory.get(label, {})
        yield from (f"{label}.{c} is not in the inventory" for c in sorted(there.get(label, set()) - listed.keys()))
        yield from (f"{label}.{c} is in the inventory only" for c in sorted(listed.keys() - there.get(label, set())))
        for column, field in listed.items():
            if not all((field.purpose, field.basis, field.seen_by, field.kept)):
                yield f"{label}.{column} leaves a question open"


def test_every_column_is_in_the_inventory() -> None:
    assert list(gaps(columns(), INVENTORY)) == []


def test_every_retention_rule_has_a_name_of_its_own_and_a_sentence() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.words.endswith(".") for rule in RULES)


def test_the_guard_bites() -> None:
    told = Field("to know", "a law", "nobody", "a day")
    assert list(gaps({"a.B": {"x"}}, {"a.B": {"x": told}})) == []
    assert list(gaps({"a.B": {"x", "y"}}, {"a.B": {"x": told}})) == ["a.B.y is not in the inventory"]
    assert list(gaps({}, {"a.B": {"x": told}})) == ["a.B.x is in the inventory only"]
    assert list(gaps({"a.B": {"x"}}, {"a.B": {"x": Field("to know", "", "nobody", "a day")}}))


def test_the_journal_has_room_for_the_name_of_every_rule() -> None:
    """PostgreSQL refuses what is longer, and whatever comes after it would not be forgotten either."""
    room = Entry._meta.get_field("subject").max_length or 0
    assert [rule.code for rule in RULES if len(f"retention:{rule.code}") > room] == []
