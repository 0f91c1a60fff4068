"""The first page: three doors, and what the town promises."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yimen.public.pages.offline.keeping import kept_offline


@kept_offline
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The doors that are open here; one that is not built yet is not shown."""
    return render(request, "public/home.html")


@kept_offline
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Who runs this, what happens with what one writes, and how to report a wording."""
    return render(request, "public/about.html")
