"""The body of a mail: the words that somebody wrote, and the files that came along."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from yimen.intake.channels.mail.heads import in_words, line_of
from yimen.intake.channels.mail.texts import decoded, from_html
from yimen.intake.reading import Unreadable

_MOST_PARTS = 300
_DECORATION = 3_000  # bytes: a picture in the text that is smaller is a line or a logo
_TEXTS = ("text/plain", "text/html")


@dataclass
class Body:
    """What was found, in its order."""

    texts: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is written."""
        return "\n\n".join(text.strip() for text in self.texts if text.strip())


def body_of(mail: Message) -> Body:
    """Words and files. Of one text in several forms the plain one counts, if it says anything."""
    if sum(1 for _ in mail.walk()) > _MOST_PARTS:
        raise Unreadable
    if mail.get_content_type() == "message/rfc822" and mail.is_multipart():  # all of it is a mail that is passed on
        return body_of(_parts(mail)[0])
    return _of(mail)


def _of(part: Message) -> Body:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        return Body(files=_passed_on(_parts(part)[0]))
    if part.get_content_type() == "multipart/alternative" and part.is_multipart():
        return _best(list(_parts(part)))
    if part.is_multipart():
        return _together(_of(child) for child in _parts(part))
    return _leaf(part)


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _together(bodies: Iterator[Body]) -> Body:
    whole = Body()
    for each in bodies:
        whole.texts += each.texts
        whole.files += each.files
    return whole


def _best(forms: list[Message]) -> Body:
    bodies = [(form.get_content_type(), _of(form)) for form in forms]
    plain = [body for kind, body in bodies if kind == "text/plain" and body.text]
    written = plain or [body for _, body in reversed(bodies) if body.text]
    return Body(written[0].texts if written else [], [file for _, body in bodies for file in body.files])


def _leaf(part: Message) -> Body:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return Body()
    name, kind = in_words(part.get_filename("") or ""), part.get_content_type()
    if part.get_content_maintype() == "multipart":  # it says that it has parts, and has none
        kind = "text/plain"
    if kind in _TEXTS and not name and part.get_content_disposition() != "attachment":
        text = decoded(content, str(part.get_param("charset", "") or "")).replace("\r\n", "\n").replace("\r", "\n")
        return Body([from_html(text) if kind == "text/html" else text])
    is_small = len(content) < _DECORATION and part.get_content_maintype() == "image"
    if is_small and part["Content-ID"] and part.get_content_disposition() != "attachment":
        return Body()
    return Body(files=[(name or "file", content)])


def _passed_on(mail: Message) -> list[tuple[str, bytes]]:
    """A mail that hangs on another one: its words as a text, and its files."""
    inner = _of(mail)
    title = line_of(mail, "subject")
    text = "\n".join([f"{name}: {line_of(mail, name.lower())}" for name in ("From", "Date", "Subject")])
    return [(f"{title or 'mail'}.txt", f"{text}\n\n{inner.text}\n".encode("utf-8", "replace")), *inner.files]
