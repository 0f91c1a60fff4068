"""``yimen mail check``: do the settings for mail work?"""

import sys

import click
from django.utils.translation import gettext as _

from yimen.intake.channels.mail.checking import checks
from yimen.kernel.verdict import Verdict


@click.command()
def check() -> None:
    """Try the mailbox, the place for LMTP, the virus scanner and the way out, as they are set. Writes nothing."""
    done = list(checks())
    if not done:
        click.echo(_("Nothing is set: no mail comes in, and letters go to the outbox in YIMEN_HOME."))
    for each in done:
        mark, verdict = ("✓", each.fine) if each.why_not else ("✗", each.why_not)
        click.echo(f"{mark} {_(each.what)}: {_said(verdict)}")
    sys.exit(0 if all(each.why_not for each in done) else 1)


def _said(verdict: Verdict) -> str:
    return _(verdict.reason) % verdict.params if verdict.params else _(verdict.reason)
