"""An administrator changes a limit having seen what it would do; a handler answers with a template in Tibetan."""

from collections.abc import Callable

import pytest

from tests import make
from tests.journeys.walking import DESK, PHONE, Walker
from tests.verbs.knowledge.texts import published
from yimen.cases.models import Opinion
from yimen.deadlines.models import Limit
from yimen.knowledge.rules import Use

pytestmark = [pytest.mark.journey, pytest.mark.slow]
Somebody = Callable[..., Walker]
TEMPLATE = {
    "zh-hans": {"title": "路灯已修复", "body": "{office}已修复。"},
    "bo": {"title": "ལམ་སྒྲོན་བཟོས་ཟིན།", "body": "ལམ་སྒྲོན་བཟོས་ཟིན། {office}"},
}
ENTRY = {"zh-hans": {"title": "路灯不亮了怎么办？", "body": "请告诉我们灯杆编号。"}}


def test_an_administrator_changes_a_limit_by_keyboard(somebody: Somebody) -> None:
    """First what it would do, then the change; a mistake stands on the form with what was typed."""
    make.accepted_case()
    boss = somebody(DESK, "zh-hans").sign_in("town-office-administrator")
    boss.open("/desk/town/").press("Limits")
    boss.go(boss.page.locator("a[href='/desk/town/limits/HOT_REPLY/']").click)
    boss.fill(length="400").press("See what it would do")
    assert boss.page.locator("[name=length]").input_value() == "400"
    boss.page.locator("[name=length]").focus()
    keys = boss.page.keyboard
    keys.press("Control+A")
    keys.type("3")
    boss.go(lambda: keys.press("Enter"))
    assert boss.reads("What this would do")
    assert Limit.objects.get(code="HOT_REPLY").length == 5
    boss.one("Change it").focus()
    boss.go(lambda: keys.press("Enter"))
    assert boss.reads("It is changed. It counts from now on.")
    assert boss.reads("set by the town")
    assert Limit.objects.get(code="HOT_REPLY").length == 3


@pytest.mark.parametrize("javascript", [True, False])
def test_a_handler_answers_with_a_template_in_tibetan(somebody: Somebody, javascript: bool) -> None:  # noqa: FBT001
    """With htmx the form is replaced in place, without JavaScript by a new page; what was typed stays either way."""
    make.town()
    template, entry = published(words=TEMPLATE), published(Use.ENTRY, ENTRY)
    case = make.accepted_case(language="bo")
    handler = somebody(DESK, "bo", javascript=javascript).sign_in("urban-handler")
    handler.open(f"/desk/cases/{case.pk}/").explain()
    assert "路灯不亮了怎么办？" in handler.text()
    handler.press("Answer").fill(outcome="done", opinion="བཀྲ་ཤིས་བདེ་ལེགས།", piece=f"t{template.pk}")
    field = handler.page.locator("[name=opinion]")
    if javascript:
        handler.one("Put it in").click()
        handler.page.locator("#doing [role=status]").wait_for()
        handler.arrived()
    else:
        handler.press("Put it in")
    assert field.input_value() == "བཀྲ་ཤིས་བདེ་ལེགས།\n\nལམ་སྒྲོན་བཟོས་ཟིན། Urban office"
    assert handler.page.locator("[name=outcome][value=done]").is_checked()
    handler.press("Answer")
    assert Opinion.objects.get().opinion.endswith("Urban office")

    resident = somebody(PHONE, "zh-hans", javascript=javascript).open("/answers/")
    resident.fill(q="路灯坏了").press("Search")
    resident.go(resident.page.locator(f"a[href^='/answers/{entry.pk}/']").click)
    assert "请告诉我们灯杆编号。" in resident.text()
