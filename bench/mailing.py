"""Mails a second: ``python -m bench.mailing MAILS`` prints how many are handed in, and how many become cases.

Handed in: four connections speak LMTP to a real ``yimen mail run``; each mail of 50 KB is on the disk, sealed, when it
is answered. Cases: the worker's own function reads them, cleans the photograph in each, and writes case, letter and
journal.
"""

import json
import smtplib
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from os import environ, urandom

import django

django.setup()

from PIL import Image  # noqa: E402 – Django first

from bench.towns import YIMEN, _free_port  # noqa: E402
from yimen.intake.models import Arrival  # noqa: E402
from yimen.intake.taking import take_waiting  # noqa: E402
from yimen.kernel import clock  # noqa: E402

HANDS = 4


def mail(number: int) -> bytes:
    """As a telephone writes it: a few lines and a small photograph; each from somebody else."""
    letter = EmailMessage(policy=SMTP)
    letter["From"], letter["To"] = f"resident-{number}@example.org", "door@localhost"
    letter["Subject"], letter["Message-ID"] = "路灯", f"<{number}@example.org>"
    letter.set_content("桥头的路灯坏了，晚上很黑，孩子们放学回家看不见路。请派人修一下，谢谢！\n")
    photo = BytesIO()
    Image.frombytes("RGB", (120, 120), urandom(43_200)).save(photo, "JPEG", quality=92)
    letter.add_attachment(photo.getvalue().ljust(36_000, b"\0"), maintype="image", subtype="jpeg", filename="photo.jpg")
    return letter.as_bytes()


def hand_in(port: int, mails: list[bytes]) -> None:
    """One connection after the other's answers."""
    with smtplib.LMTP("127.0.0.1", port) as line:
        for each in mails:
            line.sendmail("resident@example.org", ["door@localhost"], each)


def handed_in(mails: list[bytes]) -> float:
    """Mails a second until the last one is answered."""
    port = _free_port()
    process = subprocess.Popen([*YIMEN, "mail", "run"], env={**environ, "YIMEN_LMTP": f"127.0.0.1:{port}"})
    try:
        for _ in range(600):
            with suppress(OSError):
                hand_in(port, mails[:1])
                break
            time.sleep(0.1)
        began = time.perf_counter()
        with ThreadPoolExecutor(HANDS) as hands:
            list(hands.map(lambda first: hand_in(port, mails[1 + first :: HANDS]), range(HANDS)))
        return (len(mails) - 1) / (time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(20)


def taken(number: int) -> tuple[float, float]:
    """Mails a second until the last one is a case, by one worker; and its processor time for one, in ms."""
    began, cpu = time.perf_counter(), time.process_time()
    while take_waiting(clock.now()):
        pass
    seconds = time.perf_counter() - began
    left = Arrival.objects.exclude(stage="taken").count()
    if left:
        raise RuntimeError(f"{left} of {number} mails were not taken")
    return number / seconds, (time.process_time() - cpu) / number * 1000


if __name__ == "__main__":
    some = [mail(number) for number in range(int(sys.argv[1]))]
    came = handed_in(some)
    made, cpu_ms = taken(len(some))
    print(json.dumps({"bytes": len(some[0]), "handed_in": came, "taken": made, "cpu_ms": cpu_ms}))  # noqa: T201
