"""What the steps of a start say of themselves, and what they leave for the welcome. Knows nothing of Django."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

SIGN_INS = "sign-ins.txt"  # in YIMEN_HOME: the invented town's sample sign-ins

HALF_MADE = "invented-by-half"  # in YIMEN_HOME while that town is being invented


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Say what is being done before it is, and how long it took."""
    click.echo(f"  {what} …", nl=False)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        click.echo(" failed.")
        raise
    click.echo(f" {time.monotonic() - began:.1f} s")
