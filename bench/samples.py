"""What is asked of the town while it is measured: forms to send, lists, cases, receipts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from bench.load import endless, get, post
from yimen.kernel.receipts import new_nonce

WORDS = "小学门口的路灯三天不亮了，晚上很黑，孩子们害怕。请修一修。The lamp at the school is dark." * 2


def nonce(pk: int) -> str:
    """The nonce of a case whose receipt is known."""
    return f"bench-known-receipt-{pk:010}"


@dataclass(frozen=True)
class Known:
    """What a filled town offers to ask for; found out by ``bench.inside``."""

    categories: list[str]  # leaves
    points: list[str]  # "102.91, 34.98", inside areas
    handler: str = ""  # the cookie of a handler who is signed in
    supervisor: str = ""  # that of the supervisor of the whole town
    pages: dict[str, str] = field(default_factory=dict)  # lists of the desk, by what they show
    cases: list[int] = field(default_factory=list)  # that the handler has opened before
    receipts: list[str] = field(default_factory=list)

    def form(self, number: int) -> dict[str, str]:
        """A form that a resident sends: each has a nonce of its own."""
        asked = {"nonce": new_nonce(), "words": f"{WORDS} ({number})", "kind": "help", "language": "zh-hans"}
        where = {"point": self.points[number % len(self.points)], "place": "", "place_words": "学校门口"}
        what = {"category": self.categories[number % len(self.categories)], "about_office": ""}
        return asked | where | what | {"tell": "here", "email": "", "phone": "", "contact_name": ""}

    def creates(self) -> Iterator[bytes]:
        """Forms without end."""
        number = 0
        while True:
            yield post("/tell/", self.form(number))
            number += 1

    def opened(self) -> Iterator[bytes]:
        """The pages of cases, one after the other."""
        return endless([get(f"/desk/cases/{pk}/", self.handler) for pk in self.cases])

    def followed(self) -> Iterator[bytes]:
        """Receipts that are typed in, one after the other."""
        return cycle([post("/follow/", {"receipt": code}) for code in self.receipts])

    def listed(self, name: str) -> Iterator[bytes]:
        """One of the lists."""
        who = self.supervisor if name.startswith("supervisor") else self.handler
        return endless([get(self.pages[name], who)])
