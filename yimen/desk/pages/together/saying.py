"""The form of whoever was asked: an answer, or why there is none."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from yimen.cases.rules import LONGEST_WORDS
from yimen.cases.together.enquiries import Enquiry
from yimen.cases.verbs import answer_enquiry, decline_enquiry
from yimen.desk.acting import AtDesk
from yimen.desk.words import said
from yimen.kernel.verdict import Refused


class Saying(forms.Form):
    """It knows the version of the enquiry that stood on the page, so that one that was recalled is refused."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    says = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[("answer", _("This is our answer")), ("decline", _("We can’t answer this"))],
        initial="answer",
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Your answer, or why you can’t give one"),
        help_text=_("It goes to the office that asked. The resident reads when you answered, not these words."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 6}),
    )

    def __init__(self, request: HttpRequest, enquiry: Enquiry) -> None:
        self.now = enquiry.version
        super().__init__(request.POST if request.method == "POST" else None, initial={"version": self.now})

    def done(self, request: AtDesk, enquiry: Enquiry) -> bool:
        """Answer or decline; a refusal stands on the form with everything that was typed."""
        if not self.is_valid():
            return False
        seen, text = enquiry.is_at(self.cleaned_data["version"]), self.cleaned_data["text"]
        try:
            if self.cleaned_data["says"] == "decline":
                decline_enquiry(by=request.acting, enquiry=seen, reason=text, at=request.at)
            else:
                answer_enquiry(by=request.acting, enquiry=seen, text=text, at=request.at)
        except Refused as refused:
            self.add_error(None, said(refused.verdict))
            self.data = {name: self.data[name] for name in self.data} | {"version": str(self.now)}
            return False
        return True
