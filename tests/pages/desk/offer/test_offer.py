"""An administrator changes what the town offers, after having seen what that would do."""

import re
from html import unescape
from typing import Any

import pytest

from tests import make
from tests.pages.desk.browsing import browser, text
from yimen.deadlines.models import Limit
from yimen.desk.editing.words import LETTERS
from yimen.kernel.models import new_edition
from yimen.notifications.rules import PLACES
from yimen.people.models import Office
from yimen.routing.models import Category, Door, Remit

pytestmark = pytest.mark.django_db
TOWN = "/desk/town/"
LIMIT, LAMP = f"{TOWN}limits/HOT_REPLY/", f"{TOWN}categories/{make.LAMP}/"
LISTS = ("categories", "remits", "limits", "procedures", "doors", "letters")
PAGES = (
    LIMIT, LAMP, f"{TOWN}categories/urban/", f"{TOWN}remits/{make.LAMP}/", f"{TOWN}procedures/hotline/",
    f"{TOWN}doors/fire-119/", f"{TOWN}letters/case-asked/bo/", f"{TOWN}categories/new/",
)  # fmt: skip


NAMES = ("name_zh-hans", "name_bo", "name_en")
TAG = re.compile(r"<select\b.*?</select>|<textarea\b.*?</textarea>|<input\b[^>]*>", re.DOTALL)


def typed(page: str, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 – any field
    """The form of this page as a browser would send it."""
    form: dict[str, Any] = {}
    for tag in TAG.findall(page.partition("<main")[2]):
        name = attribute("name", tag)
        if tag.startswith("<select"):
            form[name] = attribute("value", (re.findall(r"<option [^>]*selected[^>]*>", tag) or [""])[0])
        elif tag.startswith("<textarea"):
            form[name] = unescape(tag.partition(">")[2].rpartition("</")[0].removeprefix("\n"))
        elif 'type="checkbox"' in tag:
            form[name] = form.get(name, []) + ([attribute("value", tag) or "on"] if "checked" in tag else [])
        else:
            form[name] = attribute("value", tag)
    return {name: value for name, value in form.items() if name != "csrfmiddlewaretoken"} | changed


def attribute(name: str, tag: str) -> str:
    """The value of an attribute of this tag."""
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def test_a_limit_is_previewed_first_and_changed_only_then() -> None:
    case = make.accepted_case()
    client = browser(make.administrator())
    form = typed(text(client.get(LIMIT)), length="3")
    seen = text(client.post(LIMIT, form))
    assert "1 open case runs by this limit. It keeps what it was promised" in seen
    assert re.search(r"A case that comes today would be due on .+ instead of ", seen)
    assert Limit.objects.get(code="HOT_REPLY").length == 5
    done = client.post(LIMIT, typed(seen) | {"do": "1"})
    assert done.status_code == 302
    assert Limit.objects.get(code="HOT_REPLY").length == 3
    assert make.fresh(case).due_on == case.due_on
    assert "set by the town" in text(client.get(f"{TOWN}limits/"))
    assert "the pack says “5”" in text(client.get(LIMIT))


def test_a_limit_says_its_length_in_one_sentence() -> None:
    """Not a number and a word put together: Tibetan has the number last, and English one day."""
    make.town()
    seen = text(browser(make.administrator()).get(f"{TOWN}limits/"))
    assert "1 working day ·" in seen
    assert "60 days ·" in seen


def test_every_letter_is_called_by_what_it_tells() -> None:
    make.town()
    assert set(LETTERS) == set(PLACES)
    seen = text(browser(make.administrator()).get(f"{TOWN}letters/"))
    assert [code for code in PLACES if f"<h2>{code}</h2>" in seen] == []


def test_a_code_is_not_called_as_the_one_of_an_authenticator_is() -> None:
    """Signing in asks for a “Code”, and other languages have another word for that."""
    make.town()
    administrator = browser(make.administrator())
    assert "Code of the category" in text(administrator.get(f"{TOWN}categories/new/"))
    assert "Code of the committee" in text(administrator.get(f"{TOWN}committees/"))


@pytest.mark.parametrize(
    ("path", "changed", "why"),
    [
        (LIMIT, {"extra_length": "5", "extra_unit": ""}, "Please say what is counted"),
        (LIMIT, dict.fromkeys(NAMES, ""), "in one language at least"),
        (LAMP, {"procedure": "hotline", "door": "fire-119"}, "has a procedure or another door"),
        (LAMP, dict.fromkeys(NAMES, ""), "in one language at least"),
        (f"{TOWN}doors/fire-119/", dict.fromkeys(NAMES, ""), "in one language at least"),
        (f"{TOWN}procedures/hotline/", dict.fromkeys(NAMES, ""), "in one language at least"),
        (f"{TOWN}remits/{make.LAMP}/", {"town": "", "township": "", "village": ""}, "Nobody answers for this"),
        (
            f"{TOWN}categories/new/",
            {"parent": "urban", "code": "lighting", "kinds": ["fault"], "procedure": "hotline", "name_en": "Lamps"},
            "There is a category “urban.lighting” already.",
        ),
    ],
)
def test_what_would_be_refused_is_said_before_it_is_previewed(path: str, changed: dict[str, Any], why: str) -> None:
    """The preview said what it would do, and the button then that it can't be done."""
    client = browser(make.administrator())
    page = text(client.post(path, typed(text(client.get(path)), **changed)))
    assert why in page
    assert 'name="do"' not in page


def test_who_answers_in_every_township_is_not_called_by_the_name_of_one() -> None:
    """The first township's government stood for that of all; and a village committee was a word of the tables."""
    client = browser(make.administrator())
    page = text(client.get(f"{TOWN}remits/{make.LAMP}/"))
    assert '<option value="township-office">Government of the township</option>' in page
    assert re.search(r'<option value="village-committee">Village committee office</option>', page), "there is one only"
    Office.objects.filter(function="village-committee").update(is_open=False)
    new_edition("people")
    Remit.objects.create(category=Category.objects.get(code=make.LAMP), level="village", function="village-committee")
    new_edition("routing")
    lists, office = text(client.get(f"{TOWN}remits/")), text(client.get("/desk/town/offices/new/?place=KS0101"))
    assert "Villages: Committee of the village" in lists
    assert ">Committee of the village</option>" in office
    assert ">village-committee<" not in office


def test_what_was_not_previewed_is_not_done() -> None:
    make.town()
    client = browser(make.administrator())
    form = typed(text(client.get(LIMIT)), length="3")
    client.post(LIMIT, form | {"do": "1"})
    previewed = typed(text(client.post(LIMIT, form)))
    client.post(LIMIT, previewed | {"length": "4", "do": "1"})
    assert Limit.objects.get(code="HOT_REPLY").length == 5


def test_a_stale_page_says_so_and_the_next_try_counts() -> None:
    make.town()
    one, two = browser(make.administrator()), browser(make.administrator())
    previews = [typed(text(b.post(LIMIT, typed(text(b.get(LIMIT)), length=n)))) for b, n in ((one, "3"), (two, "9"))]
    assert one.post(LIMIT, previews[0] | {"do": "1"}).status_code == 302
    stale = text(two.post(LIMIT, previews[1] | {"do": "1"}))
    assert "just changed" in stale
    assert 'value="9"' in stale
    again = typed(text(two.post(LIMIT, typed(stale))))
    assert two.post(LIMIT, again | {"do": "1"}).status_code == 302
    assert Limit.objects.get(code="HOT_REPLY").length == 9


def test_a_remit_shows_from_how_many_places_cases_would_go_elsewhere() -> None:
    make.case()
    client, path = browser(make.administrator()), f"{TOWN}remits/{make.LAMP}/"
    seen = text(client.post(path, typed(text(client.get(path)), town="housing")))
    assert "From 3 places, new cases would go to another office:" in seen
    assert ">Urban office</td>" in seen
    assert ">Housing office</td>" in seen
    assert "1 open case has it." in seen
    assert client.post(path, typed(seen) | {"do": "1"}).status_code == 302
    assert Remit.objects.get(category__code=make.LAMP, level="town").function == "housing"


def test_a_category_of_religion_is_refused_with_the_reason() -> None:
    make.town()
    client, path = browser(make.administrator()), f"{TOWN}categories/new/"
    form: dict[str, Any] = {
        "parent": "urban", "code": "halls", "kinds": ["fault"], "procedure": "hotline", "suppress_below": "10",
        "retention": "case", "is_offered": "on", "seen": "new", "name_zh-hans": "宗教场所", "name_en": "Halls",
    }  # fmt: skip
    seen = text(client.post(path, form))
    refused = text(client.post(path, typed(seen) | form | {"do": "1"}))
    assert "no case is about who a person is" in refused
    assert "宗教场所" in refused
    assert not Category.objects.filter(code="urban.halls").exists()
    fine = form | {"name_zh-hans": "报告厅"}
    previewed = typed(text(client.post(path, fine)))
    assert client.post(path, fine | {"previewed": previewed["previewed"], "do": "1"}).status_code == 302
    assert Category.objects.filter(code="urban.halls").exists()


def test_a_letter_is_read_as_a_resident_would_before_it_changes() -> None:
    make.town()
    client, path = browser(make.administrator()), f"{TOWN}letters/case-asked/en/"
    form = typed(text(client.get(path)), body="$office would like to know: $question")
    assert "The Office of Street Lamps would like to know: [question]" in text(client.post(path, form))
    wrong = text(client.post(path, form | {"body": "Dear $name: $office $question"}))
    assert "This letter has no place “$name”" in wrong
    assert "Dear $name" in wrong


def test_the_titles_of_letters_are_read_aloud_in_their_own_language() -> None:
    page = text(browser(make.administrator()).get(f"{TOWN}letters/"))
    tongues = re.findall(r'<span lang="([^"]+)">', page.partition("<main")[2])
    assert set(tongues) == {"zh-hans", "bo", "en"}


def test_a_door_is_changed() -> None:
    make.town()
    client, path = browser(make.administrator()), f"{TOWN}doors/fire-119/"
    seen = text(client.post(path, typed(text(client.get(path)), dial="0941-119")))
    assert client.post(path, typed(seen) | {"do": "1"}).status_code == 302
    assert Door.objects.get(code="fire-119").telephone == "0941-119"


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_and_nothing_would_change_by_itself(path: str) -> None:
    make.town()
    client = browser(make.administrator())
    page = client.get(path)
    assert page.status_code == 200
    if not path.endswith("new/"):
        assert "Nothing would change." in text(client.post(path, typed(text(page))))


@pytest.mark.parametrize("path", [*PAGES, *(f"{TOWN}{what}/" for what in LISTS)])
def test_others_read_why_not(path: str) -> None:
    make.town()
    client = browser(make.supervisor())
    assert client.get(path).status_code == 403
    assert client.post(path, {"do": "1"}).status_code == 403


@pytest.mark.parametrize("path", "limits/NEVER categories/no remits/no procedures/no doors/no letters/x/en".split())
def test_what_is_not_there_is_not_there(path: str) -> None:
    make.town()
    assert browser(make.administrator()).get(f"{TOWN}{path}/").status_code == 404


@pytest.mark.parametrize("what", LISTS)
def test_lists_take_few_statements(what: str, sql: Any) -> None:  # noqa: ANN401 – a fixture
    make.town()
    client = browser(make.administrator())
    client.get(f"{TOWN}{what}/")
    with sql(at_most=5):
        assert client.get(f"{TOWN}{what}/").status_code == 200


def test_a_preview_takes_few_statements(sql: Any) -> None:  # noqa: ANN401 – a fixture
    for _ in range(3):
        make.case()
    client = browser(make.administrator())
    form = typed(text(client.get(LAMP)), handle_limit="HOT_FAST")
    with sql(at_most=7):
        assert "3 open cases have it." in text(client.post(LAMP, form))
