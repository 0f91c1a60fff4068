"""The staff of a filled town come to work: fifty who are signed in at once; ``python -m bench.colleagues NUMBER``."""

import json
import sys
from itertools import islice

import django

django.setup()

from django.test import Client  # noqa: E402 – Django first

from yimen.kernel import clock  # noqa: E402
from yimen.people.models import Staff  # noqa: E402
from yimen.people.queries import posts_held  # noqa: E402
from yimen.people.rules import Role  # noqa: E402

#: Of ten who work at once, so many are of this role.
SHARES = {Role.HANDLER: 6, Role.CLERK: 3, Role.SUPERVISOR: 1}


def colleagues(number: int) -> list[str]:
    """The session cookies of so many, from as many offices as there are; each role has its share."""
    at = clock.now()
    held = posts_held(clock.day_of(at))
    cookies = []
    for role, share in SHARES.items():
        posts = {acting.office_id: acting for acting in held if acting.role is role}
        for acting in islice(posts.values(), max(1, number * share // sum(SHARES.values()))):
            client = Client()
            client.force_login(Staff.objects.get(pk=acting.staff_id))
            cookies.append(f"sessionid={client.cookies['sessionid'].value}")
    return cookies[:number]


if __name__ == "__main__":
    print(json.dumps(colleagues(int(sys.argv[1]))))  # noqa: T201 – for the one who asked
