"""``yimen run``: everything ready, then the pages and the worker, until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import click

from yimen.console.supervisor import Part, supervise
from yimen.console.telling import SIGN_INS

YIMEN = (sys.executable, "-m", "yimen.console")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--web", default=0, help="Web processes. Default: 2 on SQLite, one per core on PostgreSQL.")
@click.option("--empty", is_flag=True, help="Leave an empty database empty: no invented town.")
def run(host: str, port: int, web: int, *, empty: bool) -> None:
    """Start the town: pages and worker, until Ctrl-C. The first start makes tables and an invented town."""
    began = time.monotonic()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    _must_be_free(host, port)
    ready = subprocess.run([*YIMEN, "prepare", *(["--empty"] if empty else [])], check=False)
    if ready.returncode or stop.is_set():
        sys.exit(ready.returncode)

    def welcome() -> None:
        if _answers(host, port, stop):
            click.echo(_welcome(host, port, time.monotonic() - began))

    threading.Thread(target=welcome, daemon=True).start()
    parts = [_web(host, port, web), Part("worker", [*YIMEN, "worker"])]
    if os.environ.get("YIMEN_MAILBOX") or os.environ.get("YIMEN_LMTP"):
        parts.append(Part("mail", [*YIMEN, "mail", "run"]))
    if os.environ.get("YIMEN_ARI") or os.environ.get("YIMEN_SMS") == "gammu":
        parts.append(Part("telephone", [*YIMEN, "phone", "run"]))
    supervise(parts, stop, lambda line: click.echo(line, err=True))
    click.echo("Stopped.")


def _web(host: str, port: int, processes: int) -> Part:
    on_postgres = os.environ.get("YIMEN_DATABASE", "").startswith("postgres")
    # The threads only receive and hand over; few of them answer at a time (yimen/wsgi.py).
    processes = processes or (os.cpu_count() or 1 if on_postgres else 2)
    granian = [sys.executable, "-m", "yimen.console.web", "--interface", "wsgi", "--host", host, "--port", str(port)]
    size = ["--workers", str(processes), "--blocking-threads", "32", "--backpressure", "64"]
    # Its warnings are about the number of threads, which is meant so; what dies is told as an error.
    quiet = ["--no-ws", "--http", "1", "--log-level", "error", "--respawn-failed-workers"]
    # A page may take as long as a slow upload; when stopping, what has begun is finished first.
    patience = ["--workers-kill-timeout", "10"]
    return Part("web server", [*granian, *size, *quiet, *patience, "yimen.wsgi:application"])


def _must_be_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"Cannot listen on {host}, port {port}: {error.strerror}."
            advice = f"Is Yimen running already? Another port: yimen run --port {port % 65535 + 1}"
            raise click.ClickException(f"{reason} {advice}") from None


def _near(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host  # noqa: S104 – only compared


def _answers(host: str, port: int, stop: threading.Event) -> bool:
    while not stop.wait(0.05):
        try:
            socket.create_connection((_near(host), port), timeout=1).close()
        except OSError:
            continue
        return True
    return False


def _welcome(host: str, port: int, seconds: float) -> str:
    address = f"http://{_near(host)}:{port}/"
    lines = ["", f"  The door is open: {address}   (after {seconds:.1f} s)", f"  The desk:         {address}desk/"]
    sign_ins = Path(os.environ.get("YIMEN_HOME") or "var") / SIGN_INS
    if sign_ins.exists():
        lines += ["", *(f"  {line}" for line in sign_ins.read_text(encoding="utf-8").splitlines())]
    return "\n".join([*lines, "", "  Ctrl-C stops it.", ""])
