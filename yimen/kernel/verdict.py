"""Yes, or no with a reason: what every rule and policy answers."""

from dataclasses import dataclass, field


def gettext_noop(text: str) -> str:
    """Mark a reason for translation; the surface translates it, so that rules need no Django."""
    return text


@dataclass(frozen=True)
class Verdict:
    """Yes when the reason is empty. The reason is an English sentence with %(name)s places."""

    reason: str = ""
    params: dict[str, object] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return not self.reason

    def __str__(self) -> str:
        return self.reason % self.params if self.params else self.reason


YES = Verdict()


class Refused(Exception):
    """A verb's polite no: what a person may get wrong. Nothing has been changed when it is raised."""

    def __init__(self, reason: str, **params: object) -> None:
        self.verdict = Verdict(reason, params)
        super().__init__(str(self.verdict))


def require(verdict: Verdict) -> None:
    """Go on only if the verdict is yes."""
    if not verdict:
        raise Refused(verdict.reason, **verdict.params)
