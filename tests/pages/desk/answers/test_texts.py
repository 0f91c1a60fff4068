"""The pages on which offices keep their texts."""

from datetime import timedelta

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from tests.verbs.knowledge.texts import CHINESE, ENGLISH, published, written
from yimen.desk.texts.example import DAYS
from yimen.kernel import clock
from yimen.kernel.languages import day_in
from yimen.knowledge.models import Text, Version
from yimen.knowledge.rules import FIELDS, Stage, Use

pytestmark = pytest.mark.django_db
LIST = "/desk/answers/"
TYPED = {
    "category": make.LAMP,
    "review_on": str(clock.day_of(clock.now()) + timedelta(days=100)),
    "title_en": "Lamp",
    "body_en": "By {due}. {office}",
}


def test_a_handler_writes_a_template_and_puts_it_into_use() -> None:
    client = browser(make.handler())
    kept = client.post(f"{LIST}new/answer/", TYPED, follow=True)
    assert "The draft is kept" in text(kept)
    one = Text.objects.get()
    assert "not in 中文 yet" in text(kept)
    done = client.post(f"{LIST}{one.pk}/", {"do": "publish", "version": one.version}, follow=True)
    assert "It is in use now." in text(done)
    assert Text.objects.get().stage == Stage.PUBLISHED


def test_a_template_is_read_with_its_fields_filled_before_it_is_published() -> None:
    one = written(words=ENGLISH | CHINESE)
    client = browser(make.handler())
    page = text(client.get(f"{LIST}{one.pk}/"))
    due = clock.day_of(clock.now()) + timedelta(days=DAYS)
    before, _, after = page.partition("Publish the newest version")
    assert f"We mend it by {day_in(due, 'en')}. Urban office" in before
    assert f"Urban office将在{day_in(due, 'zh-hans')}前修好。" in before
    assert "We mend it by {due}. {office}" in after, "its versions keep their fields"
    client.post(f"{LIST}{one.pk}/", {"do": "retire", "version": one.version})
    assert "How the newest version reads" not in text(client.get(f"{LIST}{one.pk}/"))


def test_every_field_has_an_example_and_what_everybody_reads_has_none() -> None:
    all_fields = {"en": {"title": "All", "body": " ".join(f"{{{name}}}" for name in FIELDS)}}
    one = written(words=all_fields)
    Text.objects.filter(pk=one.pk).update(category="")
    page = text(browser(make.handler()).get(f"{LIST}{one.pk}/"))
    shown = page.partition("How the newest version reads")[2].partition("Publish the newest version")[0]
    assert "Urban office" in shown
    assert "{" not in shown
    entry = written(Use.ENTRY)
    assert "How the newest version reads" not in text(browser(make.supervisor("urban")).get(f"{LIST}{entry.pk}/"))


def test_an_unknown_field_is_said_and_nothing_typed_is_lost() -> None:
    page = text(browser(make.handler()).post(f"{LIST}new/answer/", TYPED | {"body_en": "Dear {name}, words"}))
    assert "There is no field {name}" in page
    assert "Dear {name}, words" in page
    assert not Text.objects.exists()


@pytest.mark.parametrize("language", ["zh-hans", "bo", "en"])
def test_the_form_begins_with_what_stands_there_in_any_language(language: str) -> None:
    page = text(browser(make.handler()).get(f"{LIST}{written().pk}/?lang={language}"))
    assert 'value="2027-03-01"' in page
    assert 'value="Lamp on its way"' in page


def test_a_change_from_a_stale_page_is_refused_in_words() -> None:
    one = written()
    client, stale = browser(make.handler()), {"version": str(one.version)}
    client.post(f"{LIST}{one.pk}/", TYPED | stale)
    page = text(client.post(f"{LIST}{one.pk}/", TYPED | stale | {"body_en": "Second hand"}))
    assert "just changed" in page
    assert "Second hand" in page
    assert Version.objects.count() == 2


def test_a_handler_reads_why_they_do_not_publish_for_everybody() -> None:
    one = written(Use.ENTRY)
    client = browser(make.handler())
    assert "by a supervisor" in text(client.get(f"{LIST}{one.pk}/"))
    client.post(f"{LIST}{one.pk}/", {"do": "publish", "version": one.version})
    assert Text.objects.get().stage == Stage.DRAFT


def test_another_offices_draft_is_not_there() -> None:
    one = written()
    client = browser(make.handler("housing"))
    assert client.get(f"{LIST}{one.pk}/").status_code == 404
    assert client.post(f"{LIST}{one.pk}/", TYPED | {"version": 1}).status_code == 404
    assert "Lamp on its way" not in text(client.get(LIST))


def test_posts_that_keep_no_texts_read_why() -> None:
    page = browser(make.mediator()).get(LIST)
    assert page.status_code == 403
    assert "keeps no texts" in text(page)


def test_the_list_is_narrowed_and_paged_and_takes_few_statements(sql) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    make.town()
    for _ in range(22):
        written()
    published(Use.ENTRY)
    client = browser(make.handler())
    client.get(LIST)
    with sql(at_most=5):
        page = text(client.get(LIST))
    assert page.count('class="y-what"') == 20
    assert "after=" in page
    assert text(client.get(f"{LIST}?use=entry&stage=published")).count('class="y-what"') == 1
    assert client.get(f"{LIST}?after=zz&use=nonsense").status_code == 200
