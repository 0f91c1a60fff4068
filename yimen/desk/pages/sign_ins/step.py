"""Why this post needs a second step at sign-in, and the way to set it up."""

from django.http import HttpResponse
from django.shortcuts import render

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.signing_in.sessions import lacks_second_step


def _page(request: AtDesk) -> HttpResponse:
    """Shown instead of the desk from the day on that was said at sign-in."""
    is_due = lacks_second_step(request, request.acting.role.value, request.at)
    owes = getattr(request.user, "owes_step", False)
    return render(request, "desk/sign_ins/step.html", {"is_due": is_due, "owes": owes})


page = at_desk(_page, needs_step=False)
