"""What a browser would send: the forms of a page as their owner gets them, filled in; and what has changed by it.

A form that a stranger makes up is refused because something is missing in it. These lack nothing, so whoever sends
them in place of their owner is refused for who they are, or something changes.
"""

from collections.abc import Callable
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import resolve

from tests.pages.access.asking import body
from yimen.kernel import clock

Form = tuple[str, dict[str, str]]
#: What is typed into a field that is empty, by its name or its type.
TYPED: dict[str, Callable[[], str]] = {
    "date": lambda: f"{clock.day_of(clock.now()) + timedelta(days=3)}",
    "time": lambda: "10:00",
    "number": lambda: "1",
    "email": lambda: "somebody@example.org",
    "tel": lambda: "13900000001",
}
#: Buttons that only put something into the form, and who is signed in.
NO_DEEDS = {"insert", "csrfmiddlewaretoken"}
#: What a deed leaves in tables of its own, and what a look or a visit leaves behind: neither is the thing itself.
BESIDE = ("privacy.", "sessions.", "search.", "kernel.", "people.SignIn")


class _Forms(HTMLParser):
    """The forms that are sent, and the addresses to which a page leads.

    Where there is something to choose, a form is filled in twice: with what comes first, and with what comes last or
    stands there already (with a word more, or without one). One of the two is mostly accepted.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.links, self.forms = path, set[str](), list[Form]()
        self._other: dict[str, str] = {}
        self._form: dict[str, str] | None = None
        self._to, self._buttons, self._area, self._select = path, list[tuple[str, str]](), "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        its = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.add(urljoin(self.path, its.get("href", "")).partition("#")[0].partition("?")[0])
        if tag == "form" and its.get("method", "").lower() == "post":
            self._form, self._other, self._buttons = {}, {}, []
            self._to = urljoin(self.path, its.get("action", ""))
        if self._form is not None:
            self._field(tag, its, self._form)

    def _field(self, tag: str, its: dict[str, str], form: dict[str, str]) -> None:
        name, kind, value = its.get("name", ""), its.get("type", "text"), its.get("value", "")
        if tag == "button" or (tag == "input" and kind == "submit"):
            self._buttons.append((name, value))
        elif tag == "input" and kind in {"radio", "checkbox"}:
            form.setdefault(name, value or "on")
            self._other[name] = value or "on"
        elif tag == "input" and kind != "file":
            form[name] = value or TYPED.get(kind, lambda: "Words")()
            self._other[name] = f"{value} other" if kind == "text" and value else value
        elif tag == "textarea":
            form[name], self._area = "Words that are sent.", name
        elif tag == "select":
            self._select = name
            form[name] = self._other[name] = ""
        elif tag == "option" and self._select and value:
            form[self._select] = form[self._select] or value
            if "selected" in its:
                self._other[self._select] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "form" and self._form is not None:
            first = {name: value for name, value in self._form.items() if name and name not in NO_DEEDS}
            ways = [first] + ([first | self._other] if first | self._other != first else [])
            deeds = [(name, value) for name, value in self._buttons or [("", "")] if name not in NO_DEEDS]
            self.forms += [(self._to, way | ({name: value} if name else {})) for way in ways for name, value in deeds]
            self._form = None


def read(client: Client, path: str) -> tuple[list[Form], set[str]]:
    """The forms on this page, filled in, and where it leads."""
    return on_page(path, client.get(path))


def on_page(path: str, answer: Any) -> tuple[list[Form], set[str]]:  # noqa: ANN401 – the test client's own type
    """The same, of an answer that is there."""
    parser = _Forms(path)
    if answer.status_code == 200 and "html" in answer["Content-Type"]:
        parser.feed(body(answer))
    return parser.forms, parser.links


def state_of(row: Model) -> dict[str, list[Any]]:
    """All that stands about this thing: its row, the rows that belong to it, and what its journal says."""
    kind = type(row)
    ref = getattr(row, "ref", None)
    found = {kind._meta.label: _rows(kind, pk=row.pk)}
    for model in apps.get_models():
        label = model._meta.label
        if label.startswith(BESIDE):
            continue
        for field in model._meta.concrete_fields:
            if field.remote_field and field.remote_field.model is kind and model is not kind:
                found[f"{label}.{field.name}"] = _rows(model, **{field.name: row.pk})
            elif field.name == "subject" and ref:
                found[f"{label}.subject"] = _rows(model, subject=ref)
    return found


def _rows(model: type[Model], **which: object) -> list[Any]:
    return list(model._base_manager.filter(**which).order_by("pk").values_list())


def send(client: Client, form: Form, row: Model) -> Any:  # noqa: ANN401 – the test client's own type
    """Send it as if the page had just been opened: where it says the thing's version, with the one that stands now."""
    path, typed = form
    known = str(getattr(row, "version", ""))
    if known and typed.get("version") == known:
        typed = typed | {"version": str(type(row)._base_manager.values_list("version", flat=True).get(pk=row.pk))}
    return client.post(path, typed)


def changes(client: Client, form: Form, row: Model) -> bool:
    """Does sending it change anything about the thing? Afterwards it is as it was."""
    before = state_of(row)
    with transaction.atomic():
        body(send(client, form, row))  # a file that is sent is read, or its place on the disk stays open
        has_changed = state_of(row) != before
        transaction.set_rollback(True)
    return has_changed


def name_of(path: str) -> str:
    """The name of the address."""
    return resolve(path).view_name
