"""A real Dovecot in a folder of its own, on a port of its own, for as long as a test lasts."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from pwd import getpwnam, getpwuid
from tempfile import TemporaryDirectory

import pytest
from imap_tools import MailBoxUnencrypted

from tests.verbs.notifications.mail_servers import free_port

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
SETTINGS = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:{home}/mail
first_valid_uid = 1
{users}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail
}}
"""


class Server:
    """Where it listens, and what lies in it."""

    def __init__(self, home: Path, port: int) -> None:
        self.home, self.port = home, port
        self.address = f"imap://town:secret@127.0.0.1:{port}/INBOX"

    def deliver(self, *mails: bytes) -> None:
        """As a mail server does: whole, or not at all. Over IMAP, so that whoever waits there is told."""
        with MailBoxUnencrypted("127.0.0.1", self.port, 10).login("town", "secret") as box:
            for mail in mails:
                box.append(mail, "INBOX")

    def left(self) -> int:
        """How much still lies there."""
        with MailBoxUnencrypted("127.0.0.1", self.port, 10).login("town", "secret") as box:
            return len(box.uids())


@contextmanager
def dovecot() -> Iterator[Server]:
    """Running, with an empty mailbox; the test is skipped where there is no Dovecot."""
    if PROGRAM is None:
        pytest.skip("no dovecot on this machine (Debian: dovecot-imapd)")
    with TemporaryDirectory(prefix="yimen-dovecot-", ignore_cleanup_errors=True) as folder:
        home, port = Path(folder), free_port()
        process = subprocess.Popen([PROGRAM, "-F", "-c", str(_settled(home, port))])
        try:
            _until_open(port, process, home / "log")
            yield Server(home, port)
        finally:
            process.terminate()
            process.wait(10)


def _settled(home: Path, port: int) -> Path:
    """Its settings. It serves nobody as root: where the tests run as root, mail belongs to somebody else."""
    me = getpwuid(os.getuid())
    owner = me if me.pw_uid else getpwnam("nobody")
    for name in ("mail", "run", "state"):
        (home / name).mkdir()
    users = f"default_internal_user = {me.pw_name}\ndefault_login_user = {me.pw_name}" if me.pw_uid else ""
    if not me.pw_uid:
        home.chmod(0o755)
        os.chown(home / "mail", owner.pw_uid, owner.pw_gid)
    conf = home / "dovecot.conf"
    conf.write_text(SETTINGS.format(home=home, port=port, users=users, uid=owner.pw_uid, gid=owner.pw_gid))
    return conf


def _until_open(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.02)
    process.kill()
    said = log.read_text(encoding="utf-8") if log.exists() else ""
    pytest.fail(f"Dovecot does not open its door: {said[-500:]}")
