"""Every component of the look on one page, for the people who build pages and for the eye that checks them."""

from datetime import UTC, date, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from yimen.kernel.verdict import Verdict

DAY = date(2025, 10, 8)
AT = datetime(2025, 10, 8, 6, 5, tzinfo=UTC)


class Example(forms.Form):
    """One field of each kind."""

    what = forms.CharField(
        label=_("What happened?"), help_text=_("In your own words."), max_length=80, widget=forms.Textarea({"rows": 5})
    )
    title = forms.CharField(label=_("In a few words"), required=False)
    mail = forms.EmailField(label=_("E-mail address"))
    place = forms.ChoiceField(label=_("Where?"), choices=[("", "—"), ("KS01", "那吾"), ("KS02", "Nawu")])
    way = forms.ChoiceField(
        label=_("How shall we tell you?"),
        help_text=_("Everything also stands under your receipt."),
        choices=[("here", _("Only here")), ("email", _("By e-mail"))],
        widget=forms.RadioSelect,
    )
    flags = forms.MultipleChoiceField(
        label=_("What do you need?"),
        required=False,
        choices=[("sign", _("An interpreter")), ("home", _("A visit at home"))],
        widget=forms.CheckboxSelectMultiple,
    )
    photo = forms.FileField(label=_("Pictures or papers"), required=False)
    agreed = forms.BooleanField(label=_("I bring this for somebody who agrees"), required=False)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Components with invented content; ``?errors`` shows the form after a mistake."""
    form = Example({"mail": "nobody", "what": "x" * 90}) if "errors" in request.GET else Example()
    shown = {
        "form": form,
        "day": DAY,
        "at": AT,
        "names": {"zh-hans": "格桑市住房局", "en": "Kelsang housing office", "bo": "སྐལ་བཟང་གྲོང་ཁྱེར།"},
        "refusal": Verdict("It was closed more than 30 days ago. Please send us a new case."),
        "papers": [{"name": "lamp.jpg", "url": "#", "size": 183_000, "kind": "JPEG"}],
        "states": [
            "received",
            "objected",
            "handling",
            "asked",
            "mediating",
            "answered",
            "closed",
            "referred",
            "withdrawn",
        ],
        "rows": [(_("Receipt"), "KS-7Q4M"), (_("Where?"), "那吾")],
    }
    return render(request, "public/components.html", shown)
