"""What is new in an answer: the lines above and between what is only quoted. Pure: no Django, no clock.

Looked through line by line. A library's patterns for this took a minute and a half over forty thousand letters made
to keep them busy (``docs/adr/0026``).
"""

import re

_LONGEST = 40_000  # characters that are looked through; whoever writes more by hand quotes nothing
#: How the programs of our residents begin the mail that they put below.
_BELOW = re.compile(
    r"[ \t>*]{0,9}(?:"
    r"-{2,40}[ \t]{0,9}(?:original message|forwarded message|原始邮件|回复的原邮件|原邮件|转发邮件)[ \t]{0,9}-{2,40}"
    r"|在?[^\n]{0,12}\d{4}[-年/.][^\n]{0,160}写道[：:]"
    r"|on [^\n]{5,160} wrote:"
    r"|_{20,}"
    r")[ \t]{0,9}",
    re.IGNORECASE,
)
_FROM = re.compile(r"[ \t>*]{0,9}(?:from|发件人|寄件者)\*?[ \t]?[:：]", re.IGNORECASE)
_HEAD = re.compile(
    r"[ \t>*]{0,9}(?:to|cc|sent|date|subject|收件人|抄送|发送时间|发送日期|日期|时间|主题)\*?[ \t]?[:：]", re.IGNORECASE
)


def fresh_of(text: str) -> str:
    """Without quoted lines and the mail below; all of it if nothing else would be left."""
    if len(text) > _LONGEST:
        return text
    lines = text.split("\n")
    above = lines[: _end(lines)]
    return _without_quotes(above) or _without_quotes(lines) or text


def _end(lines: list[str]) -> int:
    """The line at which the mail below begins; the number of lines if there is none."""
    for number, line in enumerate(lines):
        broken = f"{line} {lines[number + 1]}" if number + 1 < len(lines) else line  # a long line is often broken once
        if _BELOW.fullmatch(line[:300]) or _BELOW.fullmatch(broken[:300]) or _is_head(lines, number):
            return number
    return len(lines)


def _is_head(lines: list[str], number: int) -> bool:
    """From, and below it at least two more lines of a head."""
    if not _FROM.match(lines[number]):
        return False
    return sum(1 for line in lines[number + 1 : number + 6] if _HEAD.match(line)) >= 2


def _without_quotes(lines: list[str]) -> str:
    return "\n".join(line for line in lines if not line.lstrip().startswith(">")).strip()
