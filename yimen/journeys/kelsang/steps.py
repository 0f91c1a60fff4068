"""The steps a case of the invented town takes, each by the real verb and the post that may do it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from yimen.cases import verbs
from yimen.cases.queries import Case, case_for
from yimen.cases.rules import Outcome, Satisfied, Solved
from yimen.cases.together.advisers import advisers_for
from yimen.cases.together.enquiries import open_enquiry
from yimen.journeys.kelsang.stories import Story
from yimen.kernel.verdict import Refused
from yimen.people.queries import OfficeFacts
from yimen.people.rules import Acting, Clock, Resident, Role
from yimen.privacy.rules import ASSIST, PURPOSES
from yimen.routing.town import Town


@dataclass(frozen=True)
class Cast:
    """Who can act: the posts held today, by office and role."""

    town: Town
    staff: dict[tuple[int, Role], Acting]
    random: Random

    def worker(self, case: Case, at: datetime) -> Acting:
        """A handler or clerk of the office that holds the case, who has opened it: the resident sees that look."""
        for role in (Role.HANDLER, Role.CLERK):
            if acting := self.staff.get((case.office_id, role)):
                self._look(acting, case, at)
                return acting
        raise Refused("The post is vacant.")

    def department(self, case: Case) -> OfficeFacts:
        """Another department of the town's; refused where the case is not with one of them."""
        here = self.town.offices.by_id[case.office_id]
        others = [
            o
            for o in self.town.offices.by_id.values()
            if o.kind == "department" and o.place_level == here.place_level == "town" and o.id != here.id
        ]
        if not others:
            raise Refused("Nobody to hand it to.")
        return self.random.choice(others)

    def superior(self, office_id: int, case: Case, at: datetime) -> Acting:
        """The supervisor of this office, or the nearest above it."""
        for each in (office_id, *(o.id for o in self.town.offices.superiors(office_id))):
            if acting := self.staff.get((each, Role.SUPERVISOR)):
                self._look(acting, case, at)
                return acting
        raise Refused("The post is vacant.")

    def _look(self, acting: Acting, case: Case, at: datetime) -> None:
        purpose = next(iter(PURPOSES[acting.role]))
        seen = case_for(acting, case.pk, purpose=purpose, at=at, town=self.town)
        if seen:
            case.office = seen.case.office

    def says(self, case: Case, zh: str, en: str) -> str:
        """Words in the language of the case; Tibetan residents get Chinese here, as we have no checked Tibetan."""
        return en if case.language == "en" else zh


def _accept(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    verbs.accept_case(by=cast.worker(case, at), case=case, at=at)


def _sort(cast: Cast, case: Case, story: Story, at: datetime) -> None:
    verbs.sort_case(by=cast.worker(case, at), case=case, category=story.category, at=at)


def _hand_over(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    worker = cast.worker(case, at)
    reason = cast.says(case, "这件事由贵单位负责，请接办。", "This is in your remit; please take it on.")
    verbs.hand_over_case(by=worker, case=case, to_office=cast.department(case).code, reason=reason, at=at)


def _object(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    reason = cast.says(case, "经核实不属于本单位职责范围。", "We checked: this is not in our remit.")
    verbs.object_to_case(by=cast.worker(case, at), case=case, reason=reason, at=at)


def _decide(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    reason = cast.says(case, "经研究，由现接办单位办理。", "We looked into it: the office that has it now handles it.")
    superior = cast.superior(case.turn_office_id or 0, case, at)
    verbs.decide_objection(by=superior, case=case, goes_back=cast.random.random() < 0.4, reason=reason, at=at)


def _ask(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    question = cast.says(case, "请问具体在哪个位置？方便补一张照片吗？", "Where exactly is it? Could you add a photo?")
    verbs.ask_resident(by=cast.worker(case, at), case=case, question=question, at=at)


def _reply(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    text = cast.says(case, "在大门左边，第二根灯杆旁。", "To the left of the gate, by the second lamp post.")
    verbs.reply_to_question(by=Resident(case.pk), case=case, text=text, at=at)


def _add(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    text = cast.says(case, "补充一下：昨天又发生了一次。", "To add: it happened again yesterday.")
    verbs.add_words(by=Resident(case.pk), case=case, text=text, at=at)


def _extend(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    reason = cast.says(case, "需要等待备件到货。", "We are waiting for a spare part.")
    by = cast.superior(case.office_id, case, at)
    verbs.extend_case(by=by, case=case, reason=reason, at=at)


def _answer(cast: Cast, case: Case, story: Story, at: datetime) -> None:
    said = cast.says(case, story.answer_zh, story.answer_en)
    answer = verbs.Answer(
        outcome=cast.random.choice([Outcome.DONE, Outcome.DONE, Outcome.SUPPORT, Outcome.EXPLAIN]),
        opinion=said,
        claims=cast.says(case, story.zh, story.en),
        facts=cast.says(case, "工作人员已到现场核实。", "A colleague went there and checked."),
        basis=cast.says(case, "《信访工作条例》第三十二条", "Regulations on petitions, art. 32"),
    )
    verbs.answer_case(by=cast.worker(case, at), case=case, answer=answer, at=at)


def _rate(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    solved = cast.random.choices(list(Solved), [70, 18, 12])[0]
    satisfied = cast.random.choices(list(Satisfied), [65, 25, 10])[0]
    rating = verbs.Judgement(solved, satisfied, cast.random.choices([0, 1, 2, 3], [60, 32, 6, 2])[0])
    verbs.rate_case(by=Resident(case.pk), case=case, rating=rating, at=at)


def _close(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    verbs.close_case(by=Clock(), case=case, at=at)


def _reopen(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    why = cast.says(case, "修好两天又坏了。", "It was mended and broke again after two days.")
    verbs.reopen_case(by=Resident(case.pk), case=case, why=why, at=at)


def _refer(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    why = cast.says(case, "此事已在法院审理，请向法院查询。", "A court is dealing with this already; please ask there.")
    verbs.refer_case(by=cast.worker(case, at), case=case, door="court", why=why, at=at)


def _withdraw(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    verbs.withdraw_case(by=Resident(case.pk), case=case, at=at)


def _part(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    question = cast.says(case, "请贵单位核实有关情况并提出意见。", "Please check your side of this and tell us.")
    verbs.ask_office(by=cast.worker(case, at), case=case, office=cast.department(case).code, question=question, at=at)


def _contribute(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    enquiry = open_enquiry(case)
    by = cast.staff.get((enquiry.to_office_id, Role.HANDLER)) if enquiry else None
    if enquiry is None or by is None:
        raise Refused("The post is vacant.")
    case_for(by, case.pk, purpose=ASSIST, at=at, town=cast.town)
    text = cast.says(case, "经核实，情况属实，我单位予以配合。", "We checked: it is so, and we will help.")
    verbs.answer_enquiry(by=by, enquiry=enquiry, text=text, at=at)


def _advice(cast: Cast, case: Case, story: Story, at: datetime) -> None:  # noqa: ARG001
    worker, advisers = cast.worker(case, at), advisers_for(case, cast.town, at)
    if not advisers:
        raise Refused("Nobody to ask.")
    question = cast.says(case, "请问此事当地以往怎么处理？有何建议？", "How was this dealt with here before?")
    verbs.ask_adviser(by=worker, case=case, post_id=advisers[0].post_id, question=question, at=at)


STEPS: dict[str, Callable[[Cast, Case, Story, datetime], None]] = {
    "accept": _accept,
    "sort": _sort,
    "hand_over": _hand_over,
    "object": _object,
    "decide": _decide,
    "ask": _ask,
    "reply": _reply,
    "add": _add,
    "extend": _extend,
    "answer": _answer,
    "rate": _rate,
    "close": _close,
    "reopen": _reopen,
    "refer": _refer,
    "withdraw": _withdraw,
    "part": _part,
    "contribute": _contribute,
    "advice": _advice,
}
