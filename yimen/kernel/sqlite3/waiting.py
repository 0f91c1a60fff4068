"""When is SQLite the bottleneck? When writers wait for each other, as it has one writer at a time. Pure: no Django.

Whoever runs the town learns it from the program, in words, before clerks begin to complain.
"""

from dataclasses import dataclass

WINDOW = 60.0  # seconds that are judged together
LONG = 0.15  # seconds: longer than this, somebody in front of a page notices
FEW = 20  # so many writers at least, or one slow start of a night's backup would be a verdict
SHARE = 20  # one in so many may wait long


@dataclass
class Waiting:
    """How long writers of this process have waited in the present window."""

    began: float
    writers: int = 0
    long: int = 0
    longest: float = 0.0

    def note(self, waited: float, now: float) -> str:
        """One more writer got the lock after so many seconds; at the end of a bad window, what to say about it."""
        self.writers += 1
        self.long += waited > LONG
        self.longest = max(self.longest, waited)
        if now - self.began < WINDOW:
            return ""
        said = self._verdict(now - self.began)
        self.began, self.writers, self.long, self.longest = now, 0, 0, 0.0
        return said

    def _verdict(self, seconds: float) -> str:
        if self.writers < FEW or self.long * SHARE <= self.writers:
            return ""
        return (
            f"SQLite is the bottleneck: in {seconds:.0f} s, {self.long} of {self.writers} writers of this process "
            f"waited longer than {LONG * 1000:.0f} ms for the ones before them, the longest {self.longest:.1f} s. "
            "Nothing is lost. If this is an ordinary day, the town has outgrown SQLite: see “More than SQLite” in"
            " docs/operate.md."
        )
