"""What the invented town's offices keep: a handful of templates and entries, in Chinese and English; no Tibetan yet."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction

from yimen.kernel.clock import day_of
from yimen.knowledge.queries import has_texts, text_to_publish
from yimen.knowledge.rules import Use
from yimen.knowledge.verbs import Draft, publish_text, write_text
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Operator
from yimen.routing.town import Town, the_town


class Sample(NamedTuple):
    """One text: title and body in Chinese, then in English."""

    use: Use
    function: str  # of the office that keeps it
    category: str
    zh: tuple[str, str]
    en: tuple[str, str]


SAMPLES = (
    Sample(
        Use.ANSWER,
        "town-office",
        "",
        (
            "已处理",
            "您反映的“{category}”事项（{place}）已处理完毕。\n如仍有问题，请在30天内要求重新办理，或致电{office}：{telephone}。",
        ),
        (
            "It is done",
            "What you told us about {category} at {place} has been done.\nIf anything is still wrong, please open the case again within 30 days or call {office}: {telephone}.",
        ),
    ),
    Sample(
        Use.ANSWER,
        "urban",
        "urban.lighting",
        ("路灯已修复", "您反映的路灯（{place}）已由{office}修复，今晚起恢复照明。感谢您告诉我们。"),
        (
            "The lamp burns again",
            "{office} has mended the street lamp at {place}; it burns again from tonight. Thank you for telling us.",
        ),
    ),
    Sample(
        Use.ANSWER,
        "urban",
        "urban.snow",
        ("积雪清理安排", "主路在雪停后4小时内清理，{place}排在其后，最迟{due}完成。"),
        (
            "When snow is cleared",
            "Main roads are cleared within four hours after the snow stops, {place} follows, by {due} at the latest.",
        ),
    ),
    Sample(
        Use.QUESTION,
        "urban",
        "urban.lighting",
        ("请告知灯杆编号", "请告诉我们灯杆上的编号，或附近最近的门牌、路口。"),
        ("Which lamp post?", "Please tell us the number on the lamp post, or the nearest house or crossing."),
    ),
    Sample(
        Use.REASON,
        "town-office",
        "",
        ("不属本单位职责", "这件事不属于{office}的职责，现转给负责的单位。您的办理期限不变。"),
        (
            "Another office's task",
            "This is not the task of {office}, so it goes to the office that answers for it. Your date stays as it is.",
        ),
    ),
    Sample(
        Use.ENTRY,
        "urban",
        "urban.lighting",
        ("路灯不亮了怎么办？", "请告诉我们灯杆编号或最近的门牌。城管一般在5个工作日内修复，全街不亮的当天抢修。"),
        (
            "A street lamp is dark. What can I do?",
            "Tell us the number on the post or the nearest house. It is usually mended within five working days, a whole dark street the same day.",
        ),
    ),
    Sample(
        Use.ENTRY,
        "urban",
        "urban.snow",
        ("下雪后谁来清雪？", "主路和学校、医院门前由城管清理；小区内由物业清理；门前人行道由临街单位清理。"),
        (
            "Who clears the snow?",
            "Urban management clears main roads and the ways to schools and hospitals, the property management inside a compound, and whoever faces the street the pavement before their door.",
        ),
    ),
    Sample(
        Use.ENTRY,
        "civil-affairs",
        "welfare.temporary-aid",
        (
            "申请临时救助要带什么？",
            "请到村委会或镇便民中心申请，说明困难情况即可。不需要任何证明信，工作人员会上门了解。",
        ),
        (
            "What do I need to ask for emergency relief?",
            "Ask at the village committee or the township's centre and tell them what has happened. No letters of proof are needed; somebody will come and see.",
        ),
    ),
    Sample(
        Use.ENTRY,
        "human-resources",
        "work.wages",
        ("被拖欠工资找谁？", "可以在这里反映，由人社部门督促；也可以直接向劳动监察12333投诉，或申请劳动仲裁。"),
        (
            "My wages have not been paid. Who helps?",
            "Tell us here, and the labour department follows it up; or call 12333 for labour inspection, or ask for labour arbitration.",
        ),
    ),
)


@transaction.atomic
def invent_texts(at: datetime) -> None:
    """Write them and put them into use, once."""
    if has_texts():
        return
    town = the_town()
    for sample in SAMPLES:
        words = {
            code: {"title": said[0], "body": said[1]} for code, said in (("zh-hans", sample.zh), ("en", sample.en))
        }
        about = sample.category if sample.category in town.catalogue.by_code else ""
        draft = Draft(words=words, review_on=day_of(at) + timedelta(days=300), category=about)
        for office in _offices(town, sample.function):
            pk = write_text(by=Operator(), use=sample.use, office=office, draft=draft, at=at)
            publish_text(by=Operator(), text=text_to_publish(pk), at=at)


def _offices(town: Town, function: str) -> Iterator[OfficeFacts]:
    """The town's own office of this function."""
    fitting = (o for o in town.offices.by_id.values() if o.function == function and o.place_level == "town")
    yield from list(fitting)[:1]
