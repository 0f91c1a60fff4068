"""The guides at the desk: how the work is done, with pictures, also without internet."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.guiding.texts import FOLDERS, FOR, file_of, guides_for, page_of, picture_file, title_of


@at_desk
def listing(request: AtDesk) -> HttpResponse:
    """All guides; those for the work of this post first."""
    language = get_language() or "en"
    guides = [
        (guide, title_of(guide, language), file_of(guide, language)[1]) for guide in guides_for(request.acting.role)
    ]
    mine = [each for each in guides if request.acting.role in FOR[each[0]]]
    return render(request, "desk/guides/listing.html", {"mine": mine, "others": guides[len(mine) :]})


@at_desk
def one(request: AtDesk, guide: str) -> HttpResponse:
    """One guide, in the language of whoever reads it or the one asked for, or the nearest that there is."""
    if guide not in FOR:
        raise Http404
    asked = request.GET.get("in", "")
    language = asked if asked in FOLDERS else get_language() or "en"
    seen = {"title": title_of(guide, language), "text": page_of(guide, language), "lang": file_of(guide, language)[1]}
    return render(request, "desk/guides/one.html", seen)


@at_desk
def shown(request: AtDesk, picture: str) -> FileResponse:  # noqa: ARG001 – the same for every post
    """A picture of a guide: pages of the invented town."""
    path = picture_file(picture)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")
