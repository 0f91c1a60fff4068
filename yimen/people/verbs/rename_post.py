"""A post is called otherwise."""

from datetime import datetime

from django.db import transaction

from yimen.journal.record import record
from yimen.kernel.models import new_edition
from yimen.kernel.verdict import Refused, require
from yimen.people.models import Post
from yimen.people.policies import may_set_up
from yimen.people.rules import Actor
from yimen.people.verbs.appoint_staff import NO_POST


@transaction.atomic
def rename_post(*, by: Actor, post_id: int, names: dict[str, str], at: datetime) -> None:
    """Its name in each language; without any, its role says enough. Role, office and place stay as they are."""
    post = Post.objects.select_for_update(of=("self",)).select_related("office__place").filter(pk=post_id).first()
    if post is None:
        raise Refused(NO_POST)
    require(may_set_up(by, post.office.place.path))
    Post.objects.filter(pk=post_id).update(names={language: name for language, name in names.items() if name})
    new_edition("people")
    record("post.renamed", subject=f"post:{post_id}", by=by.ref, at=at)
