"""``yimen staff``: for whoever has forgotten their password or lost their second step."""

import secrets

import click
from django.utils.translation import gettext as _

from yimen.kernel import clock
from yimen.kernel.verdict import Refused
from yimen.people.rules import Operator
from yimen.people.verbs.give_password import give_password
from yimen.people.verbs.second_step.reset_step import reset_step


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


@click.command()
@click.argument("username")
def second_step(*, username: str) -> None:
    """Take away the second step that USERNAME has lost. Their browsers are signed out; a new step comes first."""
    try:
        reset_step(by=Operator(), username=username, at=clock.now())
    except Refused as no:
        raise click.ClickException(_(no.verdict.reason) % no.verdict.params) from no
    click.echo(_("Taken away. %(name)s signs in with the password and sets up a new one.") % {"name": username})
