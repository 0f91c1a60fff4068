"""Some 600 cases of the invented town, in every state, made by the real verbs at made-up times of the past year."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from yimen.cases.rules import CLOSE_AFTER, Channel
from yimen.cases.submission import Submission
from yimen.cases.verbs import Receipt, submit_case
from yimen.journeys.kelsang.steps import STEPS, Cast
from yimen.journeys.kelsang.stories import STORIES, Story
from yimen.kernel.clock import day_of
from yimen.kernel.languages import name_in
from yimen.kernel.verdict import Refused
from yimen.people.queries import posts_held
from yimen.people.rules import Resident
from yimen.routing.town import Town, the_town

#: How a case goes, step by step, and how many of a hundred go so. Each step happens a day or a few after the last.
COURSES: tuple[tuple[int, str], ...] = (
    (12, ""),
    (4, "sort"),
    (2, "hand_over object"),
    (2, "hand_over object decide"),
    (9, "accept"),
    (2, "accept part"),
    (1, "accept part contribute"),
    (1, "accept advice"),
    (2, "accept extend"),
    (7, "accept ask"),
    (4, "accept ask reply"),
    (9, "accept answer"),
    (4, "sort accept add answer"),
    (21, "accept answer rate"),
    (1, "accept part contribute answer rate"),
    (6, "accept ask reply answer rate"),
    (3, "hand_over accept answer rate"),
    (6, "accept answer close"),
    (2, "accept answer rate reopen"),
    (1, "accept answer rate reopen answer"),
    (4, "refer"),
    (2, "withdraw"),
)
#: A case whose last step is one of these is still with an office or its resident, so it came lately.
STILL_OPEN = (
    "sort",
    "hand_over",
    "object",
    "decide",
    "accept",
    "extend",
    "ask",
    "reply",
    "reopen",
    "part",
    "contribute",
    "advice",
)
BATCH = 25  # cases to a transaction: fewer waits for the disk


class Maker:
    """Makes one case after the other; the same number is always the same case."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.random = Random()  # noqa: S311 – an invented town is no secret; seeded anew for each case
        self.town: Town = the_town()
        root = self.town.places.town
        self.areas = self.town.places.places_below(root.path, "area") if root else []
        self.cast = Cast(self.town, {(a.office_id, a.role): a for a in posts_held(day_of(now))}, self.random)

    def one(self, number: int) -> None:
        """One case, from its first word along its course; one that is there already is left alone."""
        self.random.seed(f"kelsang-{number}")
        course = self.random.choices([steps for _, steps in COURSES], [n for n, _ in COURSES])[0].split()
        story = self.random.choice(STORIES)
        fresh = not course or course[-1] in STILL_OPEN
        # Most are well within their limits; a few are late, as in any town.
        lately = (0, 0, 0, 0, 0, 1, 1, 3, 7) if course else (0, 0, 0, 0, 0, 0, 0, 1, 4)
        days = self.random.choice(lately) + len(course) if fresh else self.random.randint(25, 330)
        at = self.now - timedelta(days=days, hours=self.random.randint(0, 9))
        receipt = self._submitted(number, story, at, open_category="sort" in course)
        if not receipt.is_new:
            return
        case = receipt.case
        for step in course:
            wait = CLOSE_AFTER + timedelta(hours=1) if step == "close" else timedelta(hours=self.random.randint(3, 22))
            at = min(at + wait, self.now)
            try:
                STEPS[step](self.cast, case, story, at)
            except Refused:
                return  # a vacant post, an office that may not object: such a case simply waits

    def _submitted(self, number: int, story: Story, at: datetime, *, open_category: bool) -> Receipt:
        random = self.random
        area = random.choice(self.areas)
        language = random.choices(["zh-hans", "bo", "en"], [70, 25, 5])[0]
        channel = random.choices(
            [Channel.WEB, Channel.VISIT, Channel.PHONE, Channel.LETTER, Channel.VIDEO], [40, 25, 22, 10, 3]
        )[0]
        sent = Submission(
            nonce=f"kelsang-{number:06}-{random.getrandbits(96):024x}",
            words=self._words(story, language),
            language=language,
            kind=story.kind,
            channel=channel,
            category="" if open_category else story.category,
            place=area.code if random.random() < 0.9 else "",
            place_words=random.choice(["", "", "小学旁边", "near the bridge", "市场东口"]),
        )
        return submit_case(by=Resident(0), sent=sent, at=at)

    def _words(self, story: Story, language: str) -> str:
        category = self.town.catalogue.by_code[story.category]
        bo = f"{name_in(category.names, 'bo')}འི་སྐོར་ལ་རོགས་རམ་དགོས།"
        return {"zh-hans": story.zh, "en": story.en, "bo": bo}[language]


def invent_cases(at: datetime, number: int = 600, done: Callable[[int], None] = lambda _: None) -> None:
    """Make the cases, a batch to a transaction; ``done`` hears after each batch how many there are."""
    maker = Maker(at)
    for first in range(0, number, BATCH):
        last = min(first + BATCH, number)
        with transaction.atomic():
            for each in range(first, last):
                maker.one(each)
        done(last)
