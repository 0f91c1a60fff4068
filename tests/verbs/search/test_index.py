"""The index follows the journal, survives a crash, forgets with the case, and can be made again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import connection

from tests import make
from yimen import retention
from yimen.cases.fading import fade_contacts
from yimen.cases.models import Case
from yimen.cases.rules import CONTACTS_KEPT, WORDS_KEPT, Kept
from yimen.cases.verbs import add_words, erase_case, hand_over_case
from yimen.cases.words import TIMELINE
from yimen.console.searching.index import check, rebuild
from yimen.journal.reacting import react, retry
from yimen.reactions import REACTIONS
from yimen.routing.rules import Kind
from yimen.search import index, policies
from yimen.search.finding import Wanted, search
from yimen.search.index import differing, index_case, index_cases
from yimen.search.models import Document

pytestmark = pytest.mark.django_db


def found(words: str, acting: Any = None, **more: Any) -> list[int]:  # noqa: ANN401 – those of Wanted
    """The numbers of the cases that a handler of the urban management finds."""
    page = search(acting or make.handler(), Wanted(words, **more), make.town(), at=make.LATER)
    return [hit.case.pk for hit in page.hits]


def work() -> None:
    """All that the worker has to do for the index."""
    while react(REACTIONS, make.LATER):
        pass


def test_every_thing_that_happens_to_a_case_is_followed() -> None:
    assert [code for code in TIMELINE if index_case not in REACTIONS[code]] == []


def test_the_worker_brings_what_is_said_into_the_index() -> None:
    case = make.case(words="The lamp is dark")
    assert found("lamp") == []
    work()
    assert found("lamp") == [case.pk]
    add_words(by=make.resident(case), case=make.fresh(case), text="A bench too", at=make.LATER)
    assert found("bench") == []
    work()
    assert found("bench") == found("“is dark”") == [case.pk]


def test_a_worker_that_dies_between_leaves_nothing_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    case = make.case(words="The lamp is dark")

    def dies(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as context:
        context.setattr(index, "upsert", dies)
        work()
    assert found("lamp") == []
    while retry(REACTIONS, make.LATER + timedelta(hours=1)):
        pass
    assert found("lamp") == [case.pk]
    assert differing() == (0, 0)


def test_the_same_twice_writes_nothing() -> None:
    case = make.case()
    assert [index_cases([case.pk]), index_cases([case.pk])] == [1, 0]


def test_a_case_that_was_handed_over_is_found_by_the_other_office_only() -> None:
    case = make.case(words="The lamp is dark")
    work()
    hand_over_case(by=make.handler(), case=make.fresh(case), to_office="KS-housing", reason="A house.", at=make.LATER)
    assert found("lamp") == []  # at once: the case's own query decides, not the index
    work()
    assert found("lamp", make.handler("housing")) == [case.pk]
    assert found("lamp", make.supervisor()) == [case.pk]


def test_a_case_whose_words_are_forgotten_is_gone_the_same_night() -> None:
    case = make.closed_case(words="The lamp is dark")
    work()
    assert case.ended_at
    contacts = case.ended_at + CONTACTS_KEPT
    retention.forget(contacts)
    assert found("lamp") == [case.pk]
    retention.forget(case.ended_at + WORDS_KEPT["fault"])
    assert make.fresh(case).kept == Kept.BARE
    assert not Document.objects.exists()
    assert _postings() == 0


def test_an_erased_case_is_gone_when_the_worker_has_read_of_it() -> None:
    case = make.case(words="The lamp is dark")
    work()
    erase_case(by=make.resident(case), case=make.fresh(case), at=make.LATER)
    assert found("lamp") == []
    work()
    assert not Document.objects.exists()
    assert _postings() == 0


def test_an_accusation_is_never_found_by_the_office_it_is_about_nor_below() -> None:
    case = make.case(words="The lamp office was rude", accused_office="KS-urban")
    work()
    assert found("rude", make.supervisor()) == [case.pk]
    for acting in (make.handler(), make.supervisor("urban")):
        assert found("rude", acting) == []


def test_a_dispute_in_mediation_is_in_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    case = make.case(words="The lamp is dark", kind=Kind.DISPUTE)
    index_cases([case.pk])
    assert Document.objects.exists()
    monkeypatch.setattr(policies, "IN_MEDIATION", frozenset({"received"}))
    assert found("lamp") == []
    index_cases([case.pk])
    assert not Document.objects.exists()


@pytest.mark.parametrize("acting", [make.administrator, make.mediator, make.area_lead])
def test_a_post_that_opens_no_cases_finds_none(acting: Callable[[], Any]) -> None:
    from yimen.kernel.verdict import Refused  # noqa: PLC0415

    make.case(words="The lamp is dark")
    work()
    with pytest.raises(Refused):
        found("lamp", acting())


def test_no_name_number_or_address_of_a_resident_is_found_wherever_it_was_typed() -> None:
    make.case(
        words="I am Dolma Tso. Call 138 0000 0007 or write to dolma@example.org. The lamp is dark.",
        contact_name="Dolma Tso", phone="13800000007", email="dolma@example.org",
        place_words="at Dolma Tso's house, flat 302",
    )  # fmt: skip
    work()
    for word in ("Dolma", "Tso", "“Dolma Tso”", "example", "0007", "138", "0000", "302", "“house flat”"):
        assert found(word) == [], word
    assert len(found("lamp")) == len(found("house")) == 1


def test_a_name_of_category_place_or_office_finds_its_cases_in_every_language() -> None:
    town = make.town()
    case = make.case(words="It is dark")
    work()
    area, category = town.places.by_id[case.area_id or 0], town.catalogue.by_id[case.category_id or 0]
    office = town.offices.by_id[case.office_id]
    for names in (area.names, category.names, office.names):
        for name in names.values():
            assert found(f'"{name}"') == [case.pk], name


def test_what_narrows_a_search() -> None:
    town = make.town()
    case = make.case(words="The lamp is dark", language="en")
    work()
    day = make.MONDAY.date()
    fits: dict[str, Any] = {
        "category": town.catalogue.by_code["urban"].id, "place": town.places.by_code["KS01"].id,
        "office": case.office_id,
        "channel": "web", "state": "received", "kind": "help", "language": "en", "from_on": day, "until_on": day,
    }  # fmt: skip
    assert found("lamp", **fits) == [case.pk]
    others = {
        "place": town.places.by_code["KS02"].id,
        "channel": "visit",
        "state": "closed",
        "kind": "fault",
        "language": "bo",
    }
    for name, value in others.items():
        assert found("lamp", **fits | {name: value}) == [], name
    assert found("lamp", **fits | {"until_on": day + timedelta(days=9), "from_on": day + timedelta(days=1)}) == []


def test_the_index_is_made_again_from_nothing_and_checked() -> None:
    cases = [make.case(words=f"The lamp {n} is dark") for n in range(3)]
    assert CliRunner().invoke(check).exit_code == 1
    result = CliRunner().invoke(rebuild)
    assert (result.exit_code, result.stdout.strip().endswith("3")) == (0, True)
    assert found("lamp") == [case.pk for case in reversed(cases)]
    assert CliRunner().invoke(check).exit_code == 0
    Document.objects.filter(pk=cases[0].pk).update(edition=0)
    Document.objects.filter(pk=cases[1].pk).delete()
    Case.objects.filter(pk=cases[2].pk).update(kept=Kept.BARE)
    assert CliRunner().invoke(check).exit_code == 1
    assert index.rebuild() == 3
    assert CliRunner().invoke(check).exit_code == 0
    assert found("lamp") == [cases[1].pk, cases[0].pk]


def test_at_night_what_is_missing_is_made(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    make.case()
    make.case()
    monkeypatch.setattr(index, "AT_NIGHT", 2)
    index.complete(make.LATER)
    assert (Document.objects.count(), "yimen search rebuild" in caplog.text) == (2, True)


def test_neither_the_index_nor_what_the_database_makes_of_it_tells_a_word() -> None:
    make.case(words="Unheard lamp 路灯 བོད", contact_name="Unheardname")
    work()
    tables = ["search_document"] + (["search_words_data"] if connection.vendor == "sqlite" else [])
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 – a name of ours
            raw = b"".join(
                bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode()
                for row in cursor.fetchall()
                for c in row
            )
            assert raw
            for word in ("unheard", "lamp", "路灯", "路", "བོད"):
                assert word.encode() not in raw.lower()


def test_contacts_that_fade_do_not_bring_the_name_into_the_index() -> None:
    case = make.closed_case(words="I am Dolma. The lamp is dark", contact_name="Dolma")
    work()
    assert case.ended_at
    fade_contacts(case.ended_at + CONTACTS_KEPT)
    retention.forget(case.ended_at + CONTACTS_KEPT)
    index.rebuild(anew=True)
    assert (found("Dolma"), found("lamp"), differing()) == ([], [case.pk], (0, 0))


def _postings() -> int:
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM search_words('0krubbish OR 0khelp')")
        return int(cursor.fetchone()[0])
