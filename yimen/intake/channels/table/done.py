"""What became of the lines: a sum for the operator. Pure: no Django, no clock."""

from collections import Counter
from dataclasses import dataclass, field

from yimen.intake.channels.table.wrong import Remark


@dataclass
class Done:
    """What a batch came to, or all of them so far."""

    read: int = 0  # lines that are not blank
    taken: int = 0
    here: int = 0  # by an earlier run; left as they are
    rejected: int = 0
    mended: int = 0
    closed: int = 0  # of those taken
    left_open: int = 0  # of those taken: without a category, for the one-door desk to find
    agree: int = 0  # of those whose area was compared with the file's own
    found_in: Counter[int | None] = field(default_factory=Counter)  # cases by the id of their area; None: no point
    unknown: Counter[str] = field(default_factory=Counter)  # categories for which the mapping has nothing
    differ: list[tuple[str, str, int | None]] = field(default_factory=list)  # number, what the file says, area found
    remarks: list[Remark] = field(default_factory=list)
    receipts: list[tuple[str, str]] = field(default_factory=list)  # number and code, if they were asked for

    def add(self, more: "Done") -> None:
        """Add a batch. Its remarks and receipts are not kept: they have been written down."""
        for name in ("read", "taken", "here", "rejected", "mended", "closed", "left_open", "agree"):
            setattr(self, name, getattr(self, name) + getattr(more, name))
        self.found_in.update(more.found_in)
        self.unknown.update(more.unknown)
        self.differ += more.differ
