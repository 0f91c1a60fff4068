"""A new channel costs one folder and one line: the example of docs/add-a-channel.md, as it stands there."""

import re
import sys
from collections.abc import Iterator
from hashlib import sha1
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from tests import make
from tests.house.tree import ROOT
from yimen.cases.models import Case, Message
from yimen.intake.channels import INLETS
from yimen.intake.models import Arrival
from yimen.kernel.receipts import read

pytestmark = pytest.mark.django_db
TEXT = (
    "<xml><ToUserName><![CDATA[town]]></ToUserName><FromUserName><![CDATA[zqsomebody]]></FromUserName>"
    "<CreateTime>1</CreateTime><MsgType><![CDATA[{kind}]]></MsgType><Content><![CDATA[{words}]]></Content>"
    "<MsgId>{number}</MsgId></xml>"
)
SIGNED = f"?timestamp=1&nonce=2&signature={sha1(b'12secret').hexdigest()}"  # noqa: S324 – WeChat's own way


@pytest.fixture(autouse=True)
def _wechat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder, and the line."""
    page = (ROOT / "docs" / "add-a-channel.md").read_text(encoding="utf-8")
    folder, line = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "wechat").mkdir()
    (tmp_path / "wechat" / "__init__.py").write_text(folder, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("YIMEN_WECHAT", "secret")
    assert line.count("\n") == len(INLETS) + 3, "one line more than there is"
    monkeypatch.setitem(INLETS, "wechat", import_module("wechat").INLET)
    make.town()
    yield
    del sys.modules["wechat"]


def come(words: str, number: int = 1, kind: str = "text", query: str = SIGNED) -> Any:  # noqa: ANN401 – the client's own
    body = TEXT.format(words=words, number=number, kind=kind).encode()
    return Client().post(f"/come/wechat/{query}", body, content_type="text/xml")


def test_what_came_is_a_case_and_the_receipt_is_the_answer() -> None:
    answer = come("桥头的路灯坏了。").content.decode()
    code = next(found for found in re.findall(r"[2-9A-Z-]{17}", answer) if read(found))
    case = Case.objects.get()
    assert (case.words, case.channel, case.language, case.tell) == ("桥头的路灯坏了。", "web", "zh-hans", "here")
    assert "zqsomebody" in answer
    assert not any("zqsomebody" in str(value) for value in Case.objects.filter(pk=case.pk).values().get().values())
    assert Arrival.objects.get().content == b""
    come(f"是左边那盏。{code}", number=2)
    assert [message.text for message in Message.objects.all()] == [f"是左边那盏。{code}"]


def test_brought_twice_it_is_one_case() -> None:
    assert read(re.findall(r"[2-9A-Z-]{17}", come("路灯坏了。").content.decode())[0])
    assert "我们收到了。]]" in come("路灯坏了。").content.decode()
    assert Case.objects.count() == 1


def test_what_it_does_not_understand_is_held_for_a_clerk() -> None:
    assert come("", kind="location").status_code == 200
    assert Arrival.objects.get().stage == "held"


def test_only_its_own_server_is_heard() -> None:
    for query in ("", "?timestamp=1&nonce=2&signature=x", SIGNED.replace("nonce=2", "nonce=3")):
        assert come("路灯坏了。", query=query).status_code == 403
    assert Client().get(f"/come/wechat/{SIGNED}&echostr=hello").content == b"hello"
    for channel in ("mail", "nothing"):
        assert Client().post(f"/come/{channel}/{SIGNED}", b"x", content_type="text/xml").status_code == 404
    assert Arrival.objects.count() == 0


def test_what_cannot_be_written_down_or_is_too_large_is_not_acknowledged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert come("x" * 1_100_000).status_code == 413

    def locked(*_: object, **__: object) -> None:
        raise DatabaseError("locked")

    monkeypatch.setattr("yimen.intake.taking.receive_arrival", locked)
    assert come("路灯坏了。").status_code == 503
