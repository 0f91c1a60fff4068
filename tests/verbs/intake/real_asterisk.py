"""A real Asterisk in a folder of its own, with one telephone of the desk, for as long as a test lasts."""

import json
import shutil
import subprocess
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.verbs.notifications.mail_servers import free_port
from yimen.intake.channels.phone.ari import Exchange, exchange_in

PROGRAM = shutil.which("asterisk") or shutil.which("asterisk", path="/usr/sbin:/usr/local/sbin")
TELEPHONE = shutil.which("sipp")  # Debian: sip-tester
PATIENCE = 60
SETTINGS = {
    "asterisk.conf": """[directories]
astetcdir => {home}
astvarlibdir => {home}
astdbdir => {home}
astkeydir => {home}
astspooldir => {home}
astrundir => {home}
astlogdir => {home}
""",
    "modules.conf": "[modules]\nautoload=yes\nnoload => chan_iax2.so\nnoload => res_xmpp.so\n",
    "logger.conf": "[logfiles]\nlog => error,warning\n",
    "http.conf": "[general]\nenabled=yes\nbindaddr=127.0.0.1\nbindport={port}\n",
    "ari.conf": "[general]\nenabled=yes\n[town]\ntype=user\nread_only=no\npassword=secret\n",
    "rtp.conf": "[general]\nrtpstart=18000\nrtpend=18100\n",
    "pjsip.conf": """[udp]
type=transport
protocol=udp
bind=127.0.0.1:{sip}
[201]
type=aor
contact=sip:201@127.0.0.1:{desk}
[201]
type=endpoint
aors=201
context=town
disallow=all
allow=ulaw
""",
    "extensions.conf": """[town]
exten => 100,1,Dial(PJSIP/201,10)
exten => 9,1,Answer()
 same => n,Record({home}/recording/yimen-${{UNIQUEID}}.wav,5,300,k)
exten => caller,1,Answer()
 same => n,Milliwatt()
""",
}


class Server:
    """Where it listens, and calls that somebody makes."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        self.exchange: Exchange = exchange_in(f"http://town:secret@127.0.0.1:{port}/?app=yimen")

    def ask(self, method: str, path: str, **asked: str) -> object:
        """One question to its REST interface."""
        request = Request(f"{self.exchange.base}/{path}?{urlencode(asked)}", method=method)  # noqa: S310
        request.add_header("Authorization", "Basic " + b64encode(b"town:secret").decode())
        with urlopen(request, timeout=10) as answer:  # noqa: S310
            said = answer.read()
        return json.loads(said) if said else None

    def call(self, number: str) -> str:
        """Somebody whose number is 13900000000 calls this one, and hums; the call's name."""
        begun = self.ask(
            "POST", "channels", endpoint=f"Local/{number}@town", extension="caller", context="town",
            callerId="13900000000",
        )  # fmt: skip
        assert isinstance(begun, dict)
        return str(begun["id"])

    def hang_up(self, call: str) -> None:
        """Whoever called has said everything."""
        self.ask("DELETE", f"channels/{call}")

    def recordings(self) -> list[str]:
        """What lies in it."""
        found = self.ask("GET", "recordings/stored")
        assert isinstance(found, list)
        return [each["name"] for each in found]


@contextmanager
def asterisk() -> Iterator[Server]:
    """Running, with nobody calling; the test is skipped where there is no Asterisk."""
    if PROGRAM is None or TELEPHONE is None:
        pytest.skip("no asterisk and sipp on this machine (Debian sid: asterisk; Debian: sip-tester)")
    with TemporaryDirectory(prefix="yimen-asterisk-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        ports = {"port": free_port(), "sip": free_port(), "desk": free_port()}
        (home / "recording").mkdir()
        for name, text in SETTINGS.items():
            (home / name).write_text(text.format(home=home, **ports))
        said = home / "said"
        with said.open("wb") as out:
            server = subprocess.Popen([PROGRAM, "-f", "-C", str(home / "asterisk.conf")], stdout=out, stderr=out)
            desk = subprocess.Popen(
                [TELEPHONE, "-sn", "uas", "-i", "127.0.0.1", "-p", str(ports["desk"]), "-nostdin"], stdout=out,
                stderr=out,
            )  # fmt: skip
        try:
            made = Server(home, ports["port"])
            until(lambda: _answers(made), said)
            yield made
        finally:
            for process in (desk, server):
                process.terminate()
                process.wait(20)


def _answers(made: Server) -> bool:
    try:
        made.ask("GET", "asterisk/info")
        return Path(made.home / "asterisk.ctl").exists()
    except OSError:
        return False


def until(happened: Callable[[], object], said: Path | None = None) -> None:
    """Wait for it, for a minute at most."""
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            pytest.fail(f"It did not happen: {said.read_text(errors='replace')[-800:] if said else happened}")
        time.sleep(0.05)
