"""Letters to residents who want them on paper: printed one by one, then put into the post."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.intake.policies import may_post
from yimen.intake.posting import SHOWN, letters_waiting, on_paper, paper_letter
from yimen.intake.verbs.posting import post_letter, print_letter
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused
from yimen.papers.serving import headers_of

FORBIDDEN = 403
LARGEST_KEY = 2**62


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Twenty, oldest first: since when they wait, and in which language; nothing else of them."""
    verdict = may_post(request.acting, request.town)
    if not verdict:
        return render(request, "desk/posting/list.html", {"verdict": verdict}, status=FORBIDDEN)
    after = request.GET.get("after", "")
    key = number_in(after) or 0
    found = letters_waiting(request.acting, request.town, after=key)
    more = f"?after={found[SHOWN - 1].pk}" if len(found) > SHOWN else ""
    return render(request, "desk/posting/list.html", {"verdict": verdict, "rows": found[:SHOWN], "next": more})


@at_desk
def one(request: AtDesk, posting: int) -> HttpResponse:
    """Print it, which is a look; or say that it is in the post."""
    verdict = may_post(request.acting, request.town)
    if not verdict:
        return render(request, "desk/posting/list.html", {"verdict": verdict}, status=FORBIDDEN)
    letter = paper_letter(request.acting, request.town, posting) if posting < LARGEST_KEY else None
    if letter is None or request.method != "POST":
        raise Http404
    if request.POST.get("what") == "print":
        print_letter(by=request.acting, letter=letter, town=request.town, at=request.at)
        return HttpResponse(on_paper(letter, request.town), headers=headers_of(f"letter-{letter.pk}"))
    try:
        post_letter(by=request.acting, letter=letter, town=request.town, at=request.at)
        messages.success(request, gettext("It is in the post; where it went is forgotten."), extra_tags="done")
    except Refused as refused:
        messages.error(request, said(refused.verdict))
    return redirect("desk_posting")
