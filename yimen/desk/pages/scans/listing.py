"""Letters on paper that are in hand at a centre, and a new one."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.taking.files import ManyFiles, bounds, uploads_of
from yimen.desk.words import said
from yimen.intake.channels.letter.bringing import bring_letter
from yimen.intake.channels.letter.pages import ACCEPT
from yimen.intake.channels.letter.queries import SHOWN, scans_for
from yimen.intake.channels.letter.working import can_straighten, reader_of
from yimen.intake.policies import may_bring_letter
from yimen.kernel.receipts import NONCE, new_nonce
from yimen.kernel.text import number_in
from yimen.kernel.verdict import Refused

FORBIDDEN = 403


class Beginning(forms.Form):
    """The first pages of a letter; nothing about who wrote it."""

    nonce = forms.RegexField(NONCE, widget=forms.HiddenInput)
    files = ManyFiles(label=_("Scan or photos of its pages"), accept=ACCEPT)  # type: ignore[assignment]
    language = forms.ChoiceField(
        label=_("What language is it written in?"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 – Django's own
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nonce", new_nonce())
        self.fields["files"].help_text = bounds()


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """Twenty, oldest first: how many pages and how far they are read. Nothing of what is written in them."""
    verdict = may_bring_letter(request.acting)
    if not verdict:
        return render(request, "desk/scans/list.html", {"verdict": verdict}, status=FORBIDDEN)
    form = Beginning(request.POST or None, request.FILES or None)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            scan = bring_letter(
                by=request.acting, nonce=typed["nonce"], language=typed["language"], uploads=uploads_of(request),
                at=request.at,
            )  # fmt: skip
            return redirect("desk_scan", scan.pk)
        except Refused as refused:
            form.add_error("files", said(refused.verdict))
    after = request.GET.get("after", "")
    key = number_in(after) or 0
    found = scans_for(request.acting, after=key)
    context = {
        "verdict": verdict,
        "form": form,
        "had_files": bool(request.FILES),
        "rows": found[:SHOWN],
        "next": f"?after={found[SHOWN - 1].scan.pk}" if len(found) > SHOWN else "",
        "reads": {code: bool(reader_of(code)) for code, _name in settings.LANGUAGES},
        "straightens": can_straighten(),
    }
    return render(request, "desk/scans/list.html", context)
