"""``yimen staff password``: for whoever has forgotten theirs."""

import secrets

import click
from django.utils.translation import gettext as _

from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.people.rules import Operator
from yimen.people.verbs.give_password import give_password


@click.command()
@click.argument("username")
def password(*, username: str) -> None:
    """Give USERNAME a new password, which is printed once. Open sessions of theirs end."""
    fresh = secrets.token_urlsafe(12)
    try:
        give_password(by=Operator(), username=username, password=fresh, at=clock.now())
    except Refused as no:
        raise click.ClickException(_(no.verdict.reason) % no.verdict.params) from no
    click.echo(_("The new password of %(name)s, shown only now: %(password)s") % {"name": username, "password": fresh})
