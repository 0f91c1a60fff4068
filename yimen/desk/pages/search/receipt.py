"""Opening a case by the receipt that its resident gives at the desk or on the telephone."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from yimen.cases.queries import case_by_receipt, is_visible
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.words import said
from yimen.kernel.verdict import YES, Refused, Verdict, gettext_noop, require
from yimen.privacy.rules import TOO_MANY_WRONG

SLOW_DOWN = 429
ELSEWHERE = gettext_noop(
    "This case cannot be opened from your post. Whoever holds the receipt can read there who has it."
)


class Receipt(forms.Form):
    """A receipt."""

    receipt = forms.CharField(
        label=_("Receipt"),
        help_text=_(
            "The resident reads it to you or shows it. You say why you open the case, and they see that you did."
        ),
        max_length=60,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """To the case, where the look is noted as always; or why not. Wrong receipts are counted for each post."""
    form = Receipt(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        try:
            case = case_by_receipt(form.cleaned_data["receipt"], address=request.acting.ref, at=request.at)
            require(YES if is_visible(request.acting, case.pk, request.town) else Verdict(ELSEWHERE))
            return redirect("desk_case", case.pk)
        except Refused as refused:
            status = SLOW_DOWN if refused.verdict.reason == TOO_MANY_WRONG else status
            form.add_error("receipt", said(refused.verdict))
    return render(request, "desk/search/receipt.html", {"receipt": form}, status=status)
