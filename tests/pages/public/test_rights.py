"""The resident's rights under the receipt: a copy of all that is kept, and its end, without asking anybody."""

import json
import zipfile
from io import BytesIO
from typing import Any

import pytest

from tests import make
from tests.pages.public.visiting import opened, text
from yimen.cases.rules import Way
from yimen.privacy.looks import note_look

pytestmark = pytest.mark.django_db


def zipped(response: Any) -> zipfile.ZipFile:  # noqa: ANN401 – the test client's own type
    return zipfile.ZipFile(BytesIO(b"".join(response.streaming_content)))


def test_the_copy_has_all_that_is_kept_and_who_looked() -> None:
    client, case = opened(
        "answered_case", tell=Way.EMAIL, email="zq@example.org", files=(make.file(b"zqfile", "note.txt"),)
    )
    note_look(subject=case.ref, acting=make.handler(), purpose="handle", at=make.LATER)
    assert "who looked" in text(client.get("/case/copy/"))
    answer = client.post("/case/copy/")
    assert answer["Content-Disposition"] == 'attachment; filename="my-case.zip"'
    assert "no-store" in answer["Cache-Control"]
    copy = zipped(answer)
    told = json.loads(copy.read("case.json"))
    assert told["case"]["words"] == case.words
    assert told["case"]["email"] == "zq@example.org"
    assert any(scene["answer"] and scene["answer"]["opinion"] == "The lamp burns again." for scene in told["story"])
    assert told["looks"][0]["purpose"] == "to handle the case"
    assert len(told["letters"]) > 1
    assert [copy.read(file["in"]) for file in told["files"]] == [b"zqfile"]


def test_a_file_can_not_be_called_so_that_it_lands_elsewhere() -> None:
    client, case = opened("case", files=(make.file(b"x", "note.txt"),))
    from yimen.files.models import StoredFile  # noqa: PLC0415 – only here

    for name in ("../../etc/passwd", "..\\..\\evil.exe", "/abs", "a\nb", ".hidden", "名" * 200):
        row = StoredFile.objects.get(subject=case.ref)
        row.name = name
        row.save()
        names = zipped(client.post("/case/copy/")).namelist()
        assert all(n == "case.json" or (n.startswith("files/") and ".." not in n.split("/")) for n in names), names
        assert all(n.count("/") <= 1 and "\\" not in n and "\n" not in n for n in names), names


def test_nobody_staff_is_named_in_the_copy() -> None:
    client, _case = opened("answered_case")
    told = zipped(client.post("/case/copy/")).read("case.json").decode()
    assert "Invented" not in told
    assert "post:" not in told


def test_a_case_is_erased_on_its_page_and_can_still_be_opened() -> None:
    client, case = opened("accepted_case", words="A zqlamp.")
    assert "Erase my case" in text(client.get("/case/"))
    page = text(client.get("/case/erasure/"))
    assert "deleted at once" in page
    assert client.post("/case/erasure/", {"version": str(case.version)}).status_code == 200, "the box is not ticked"
    answer = client.post("/case/erasure/", {"version": str(make.fresh(case).version), "sure": "on"}, follow=True)
    assert "are erased" in text(answer)
    assert "zqlamp" not in text(answer)
    assert "Erase my case" not in text(client.get("/case/"))


def test_why_not_yet_stands_on_the_page() -> None:
    client, _case = opened("accepted_case", category=_petition())
    page = text(client.get("/case/erasure/"))
    assert "Take it back first" in page
    assert 'name="sure"' not in page


def _petition() -> str:
    make.town()
    return make.leaf("petition").code
