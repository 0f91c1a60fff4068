"""Photos and documents on the pages: each opens what their keys open, and nobody else's address is there."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import make
from tests import make_mediation as make_it
from tests.pages.mediation.test_desk import at as desk_at
from tests.pages.mediation.test_desk import browser
from tests.pages.mediation.test_times import telephone
from yimen.mediation.rooms.files import files_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def _the_day_of_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yimen.kernel.clock.now", lambda: make_it.AT)


def photo(name: str = "wall.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, make_it.pages()[0][1], "image/jpeg")


def of_side(mark: str) -> str:
    return reverse("mediation-file", args=[mark])


def test_a_side_shows_a_photo_alone_and_takes_it_back() -> None:
    talk, desk = make_it.opened(), browser()
    tashi, zhang = telephone(talk, 1), telephone(talk, 2)
    act = reverse("mediation-act", args=["file"])
    assert b"multipart/form-data" in tashi.get(act).content
    page = tashi.post(act, {"files": [photo()]}).content.decode()
    assert "govuk-error" in page, "who may see it is not guessed"
    assert tashi.post(act, {"files": [photo(), photo("gate.jpg")], "whom": "alone"}).status_code == 302
    marks = [one.mark for one in files_of(talk.mediator())]
    page = tashi.get(reverse("mediation-room")).content.decode()
    assert "wall.jpg" in page
    assert "gate.jpg" in page
    assert "wall.jpg" not in zhang.get(reverse("mediation-room")).content.decode()
    answer = tashi.get(of_side(marks[0]))
    assert answer.content.startswith(b"\xff\xd8")
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert zhang.get(of_side(marks[0])).status_code == 404
    assert "wall.jpg" in desk.get(desk_at(talk)).content.decode()
    assert desk.get(reverse("desk_mediation_file", args=[talk.pk, marks[0]])).status_code == 200
    administrator = browser(make.administrator())
    assert administrator.get(reverse("desk_mediation_file", args=[talk.pk, marks[0]])).status_code == 404
    tashi.post(reverse("mediation-act", args=["unshow"]), {"mark": marks[0]})
    assert tashi.get(of_side(marks[0])).status_code == 404
    assert tashi.get(of_side(marks[1])).status_code == 200


def test_the_mediator_shows_a_paper_to_one_side() -> None:
    talk, desk = make_it.opened(), browser()
    assert desk.post(desk_at(talk, "file"), {"files": photo(), "alone": 2}).status_code == 302
    (shown,) = files_of(talk.side(2))
    assert telephone(talk, 1).get(of_side(shown.mark)).status_code == 404
    assert telephone(talk, 2).get(of_side(shown.mark)).status_code == 200
    page = desk.get(desk_at(talk)).content.decode()
    assert f"?mark={shown.mark}" in page
    desk.get(f"{desk_at(talk, 'unshow')}?mark={shown.mark}")
    desk.post(desk_at(talk, "unshow"), {"mark": shown.mark})
    assert files_of(talk.side(2)) == []


@pytest.mark.parametrize(
    ("sent", "why"),
    [({"whom": "all"}, "choose a photo"), ({"whom": "all", "files": b"MZ\x90\x00" + bytes(99)}, "program")],
)
def test_what_cannot_be_taken_comes_back_with_a_sentence(sent: dict[str, Any], why: str) -> None:
    talk = make_it.opened()
    if "files" in sent:
        sent = sent | {"files": SimpleUploadedFile("x.exe", sent["files"])}
    page = telephone(talk, 1).post(reverse("mediation-act", args=["file"]), sent).content.decode()
    assert why in page
    assert files_of(talk.mediator()) == []
